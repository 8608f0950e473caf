#include "cli/database.hpp"

#include "cli/commands.hpp"
#include "log/log.hpp"
#include "storage/connection_string.hpp"
#include "storage/migrator.hpp"

#include <chrono>
#include <iostream>
#include <thread>

namespace throughline::cli {
namespace {

using names = std::vector<std::string>;

result<names> bring_up_to_date(storage::session& connection, const config::settings& settings) {
    const auto bundled = storage::bundled_migrations();
    return settings.migrate ? storage::migrate(connection, bundled) : storage::pending_migrations(connection, bundled);
}

}  // namespace

database open_database(const config::settings& settings) {
    database opened;
    opened.url = settings.database_url;
    if (!opened.url.empty()) return opened;
    const auto directory =
        settings.data_dir.empty() ? cluster::default_data_directory() : std::filesystem::path(settings.data_dir);
    opened.own =
        std::make_unique<cluster::private_cluster>(directory, [](const std::string& sentence) { log::info(sentence); });
    opened.url = opened.own->url();
    return opened;
}

int prepare_schema(const database& opened, const config::settings& settings) {
    using namespace std::chrono_literals;
    storage::session_options options;
    options.url = opened.url;
    options.application_name = "throughline migrate";
    options.statement_timeout = 0ms;  // a migration takes what it takes
    options.lock_timeout = 0ms;
    if (const auto problem = storage::connection_string_problem(options.url); !problem.empty()) {
        std::cerr << "throughline: DATABASE_URL is no address of a database: " << problem << '\n';
        return exit_usage;
    }
    storage::session connection(options);

    const auto patience = std::chrono::steady_clock::now() + 10s;
    auto done = bring_up_to_date(connection, settings);
    while (!done && done.failure().code == errc::unavailable && std::chrono::steady_clock::now() < patience) {
        std::this_thread::sleep_for(500ms);
        done = bring_up_to_date(connection, settings);
    }
    if (!done) {
        const bool unavailable = done.failure().code == errc::unavailable;
        const auto reason = unavailable ? storage::connection_problem(options) : std::string();
        std::cerr << "throughline: " << done.failure().detail << (reason.empty() ? "" : ": ") << reason << '\n';
        return unavailable ? exit_unavailable : exit_failed;
    }
    if (!settings.migrate && !done->empty()) {
        std::cerr << "throughline: the database lacks migration " << done->front()
                  << "; run throughline migrate, or set THROUGHLINE_MIGRATE=on\n";
        return exit_failed;
    }
    for (const auto& name : *done) log::info("migrated", {{"migration", name}});
    return exit_done;
}

}  // namespace throughline::cli
