#include "support/paths.hpp"

namespace throughline::test {

std::filesystem::path source_dir() { return THROUGHLINE_SOURCE_DIR; }
std::filesystem::path binary_dir() { return THROUGHLINE_BINARY_DIR; }

}  // namespace throughline::test
