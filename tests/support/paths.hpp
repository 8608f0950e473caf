// Where the tests find the project's files and programs.
#pragma once

#include <filesystem>

namespace throughline::test {

/// The project's root.
std::filesystem::path source_dir();

/// The folder of the built programs.
std::filesystem::path binary_dir();

}  // namespace throughline::test
