// Checks and tidying of strings that come from outside.
#pragma once

#include "core/error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace throughline::ingest {

/// Why bytes cannot be read as text: not UTF-8, or a NUL among them; nullopt for sound ones. `field` names them.
std::optional<error> check_encoding(std::string_view value, std::string_view field);

/// Why a string cannot be kept: not UTF-8, a control character other than tab, line feed, carriage return and the next
/// line mark (U+0085), or a non-character (U+FFFE, U+FDD0 …); nullopt for a sound one. `field` names it in the error.
std::optional<error> check_characters(std::string_view value, std::string_view field);

/// Whether anything but white space and invisible characters stands in it.
bool has_visible_text(std::string_view value);

/// Puts a line feed for each next-line mark (U+0085) of valid UTF-8.
void break_lines(std::string& text);

/// On one line, without white space at the ends or twice in a row; controls and non-characters count as white space.
std::string one_line(std::string_view value);

/// XXH3-128 as 32 hex digits.
std::string content_digest(std::string_view value);

}  // namespace throughline::ingest
