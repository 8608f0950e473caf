#include "support/temp_directory.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace throughline::test {

temp_directory::temp_directory() {
    auto pattern = (std::filesystem::temp_directory_path() / "throughline-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("cannot make a folder for the test");
    path_ = pattern;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all | std::filesystem::perms::group_exec |
                                            std::filesystem::perms::others_exec);
}

temp_directory::~temp_directory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace throughline::test
