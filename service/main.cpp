#include "cli/command_line.hpp"

int main(int argc, char** argv) { return throughline::cli::run(argc, argv); }
