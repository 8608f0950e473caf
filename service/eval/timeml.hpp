// The part of TimeML that time tagging needs: the document's date and words in, TIMEX3 out.
#pragma once

#include "core/calendar.hpp"
#include "document/document.hpp"

#include <string>
#include <string_view>

namespace throughline::eval {

struct timeml_text {
    std::string head;  ///< all before the words, <TEXT> included
    std::string text;  ///< the words, without tags and with entities resolved
    std::string tail;  ///< from </TEXT> on
    day created{};     ///< 1970-01-01 when the file gives no full date
};

/// Throws std::runtime_error when there is no <TEXT>.
timeml_text read_timeml(std::string_view file);

/// The file with nothing but the document's TIMEX3 marked in its words.
std::string write_timeml(const timeml_text& from, const document& doc);

}  // namespace throughline::eval
