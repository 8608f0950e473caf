// Opaque public ids: a prefix that names the kind and 80 random bits, "a_7k3m0q9xw2dr5t8v".
#pragma once

#include <string>
#include <string_view>

namespace throughline {

enum class id_kind { article, story, event };

/// "a_", "s_", "e_".
std::string_view prefix(id_kind kind);

/// A new id from the system's random numbers: the prefix and 16 characters of Crockford's base 32, lower case.
std::string new_id(id_kind kind);

/// Whether the text has the form of an id of that kind; says nothing of whether it was ever given.
bool is_id(std::string_view text, id_kind kind);

}  // namespace throughline
