#include "cli/command_line.hpp"

#include "cli/commands.hpp"
#include "core/version.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <string>

namespace throughline::cli {

int run(int argc, char** argv) {
    CLI::App app{"Throughline: story timelines from news articles", "throughline"};
    app.set_version_flag("--version", "throughline " + std::string(version));
    app.require_subcommand(1);
    app.footer(
        "Examples:\n"
        "  throughline serve                          a service with its own private database\n"
        "  DATABASE_URL=postgresql:///news throughline serve --port 0\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 database or service not available.");
    int code = exit_done;
    add_serve(app, code);
    add_migrate(app, code);
    add_analyze(app, code);
    add_ingest(app, code);
    add_timeline(app, code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& stopped) {
        return app.exit(stopped) == 0 ? exit_done : exit_usage;
    } catch (const std::exception& failure) {
        std::cerr << "throughline: " << failure.what() << '\n';
        return exit_failed;
    }
    return code;
}

}  // namespace throughline::cli
