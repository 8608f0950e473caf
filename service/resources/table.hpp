// The generated table of files inside the binary. Read it through resources.hpp.
#pragma once

#include <span>

namespace throughline::resources {

/// One file: its path below the project's root and its first and one-past-last byte.
struct table_row {
    const char* name;
    const char* begin;
    const char* end;
};

std::span<const table_row> table();

}  // namespace throughline::resources
