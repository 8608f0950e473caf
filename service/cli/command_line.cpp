#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

namespace throughline::cli {

int run(int argc, char** argv) {
    CLI::App app{"Throughline: story timelines from news articles"};
    app.set_version_flag("--version", "throughline 0.1.0");
    CLI11_PARSE(app, argc, argv);
    return 0;
}

}  // namespace throughline::cli
