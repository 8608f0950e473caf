// Character references of HTML ("&amp;", "&#8217;", "&#x2019;").
#pragma once

#include <string>
#include <string_view>

namespace throughline::ingest {

/// Appends the text with its references replaced; what is none stays as it is. References to control characters give
/// blanks; those to 0x80-0x9F mean Windows-1252, as browsers read them.
void append_decoded(std::string& out, std::string_view html);

std::string decode_entities(std::string_view html);

}  // namespace throughline::ingest
