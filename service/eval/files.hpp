// Whole files in and out.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace throughline::eval {

/// Throws std::runtime_error naming the file when it cannot be read or written.
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace throughline::eval
