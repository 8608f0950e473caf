// The program's commands and options.
#pragma once

namespace throughline::cli {

/// Runs the command that the arguments name and returns the process's exit code (docs/operations.md lists them).
int run(int argc, char** argv);

}  // namespace throughline::cli
