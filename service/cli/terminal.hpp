// What the program may do on the terminal that it writes to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline::cli {

/// Whether the stream (1: output, 2: errors) is a terminal that a person looks at.
bool is_terminal(int stream);

/// Whether to colour it: a terminal, and neither NO_COLOR nor TERM=dumb in the environment.
bool wants_colour(int stream);

/// Columns of the stream's terminal; 100 for anything else.
std::size_t columns(int stream);

/// Without control characters, so that text from outside cannot steer the terminal.
std::string printable(std::string_view text);

/// Code points: the columns that a text takes, near enough for Latin, Greek and Cyrillic.
std::size_t width_of(std::string_view text);

/// At most so many columns, an ellipsis standing for what is cut off.
std::string shortened(std::string_view text, std::size_t width);

}  // namespace throughline::cli
