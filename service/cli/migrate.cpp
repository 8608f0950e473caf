// throughline migrate: brings the database's schema up to date and ends.
#include "cli/commands.hpp"
#include "cli/database.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace throughline::cli {
namespace {

struct migrate_flags {
    std::string data_dir;
    bool check = false;
};

int migrate(const migrate_flags& flags) {
    auto read = config::read_settings(config::process_environment());
    if (!read) {
        std::cerr << "throughline: " << read.failure().detail << '\n';
        return exit_usage;
    }
    if (!flags.data_dir.empty()) read->data_dir = flags.data_dir;
    read->migrate = !flags.check;
    const auto opened = open_database(*read);
    const int code = prepare_schema(opened, *read);
    if (code == exit_done) std::cout << "the schema is up to date\n";
    return code;
}

}  // namespace

void add_migrate(CLI::App& app, int& code) {
    auto flags = std::make_shared<migrate_flags>();
    auto* command = app.add_subcommand("migrate", "Bring the database's schema up to date");
    command->add_option("--data-dir", flags->data_dir, "Directory of the private cluster (without DATABASE_URL)");
    command->add_flag("--check", flags->check, "Change nothing; fail when a migration is missing");
    command->callback([flags, &code] { code = migrate(*flags); });
}

}  // namespace throughline::cli
