// Files carried inside the binary: migrations, the API contract, language tables and models.
#pragma once

#include <string_view>
#include <vector>

namespace throughline::resources {

/// The bytes of a file, named by its path below the project's root ("migrations/0001_store.sql").
/// The view is valid for the life of the process. Throws std::out_of_range when there is no such file.
std::string_view get(std::string_view name);

/// The same bytes in a copy of their own, which stays: in large pages where the system gives them. A table that is read
/// all over costs the processor more for finding its small pages than for reading. To be called once a file.
std::string_view get_in_large_pages(std::string_view name);

/// The names of all files whose name starts with the prefix, sorted.
std::vector<std::string_view> list(std::string_view prefix);

}  // namespace throughline::resources
