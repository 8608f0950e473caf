// A folder of a test's own, gone with the test.
#pragma once

#include <filesystem>

namespace throughline::test {

class temp_directory {
public:
    /// Makes a folder that every account may enter.
    temp_directory();
    ~temp_directory();
    temp_directory(const temp_directory&) = delete;
    temp_directory& operator=(const temp_directory&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace throughline::test
