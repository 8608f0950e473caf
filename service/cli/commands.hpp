// The program's commands, one file each: add_X() declares the options of X and what runs when it is named.
#pragma once

namespace CLI {
class App;
}

namespace throughline::cli {

/// Exit codes, the same for all commands.
enum exit_code : int {
    exit_done = 0,
    exit_failed = 1,      ///< the work could not be done, or not all of it
    exit_usage = 2,       ///< unknown option, bad value, bad setting in the environment
    exit_unavailable = 3  ///< the database or the service does not answer
};

/// The commands leave their exit code in `code`; what they throw is printed and becomes exit_failed.
void add_serve(CLI::App& app, int& code);
void add_migrate(CLI::App& app, int& code);
void add_analyze(CLI::App& app, int& code);
void add_ingest(CLI::App& app, int& code);
void add_timeline(CLI::App& app, int& code);

}  // namespace throughline::cli
