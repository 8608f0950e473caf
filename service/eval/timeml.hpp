// The part of TimeML that is measured: the document's date and words in, TIMEX3 and EVENT out.
#pragma once

#include "core/calendar.hpp"
#include "document/document.hpp"
#include "eval/timeml_events.hpp"

#include <span>
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

/// The file with nothing but the document's TIMEX3 and these events marked in its words; none may overlap a TIMEX3.
std::string write_timeml(const timeml_text& from, const document& doc, std::span<const timeml_event> events);

}  // namespace throughline::eval
