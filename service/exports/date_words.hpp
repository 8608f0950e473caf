// Days in which something can lie, in English words that say no more than is known.
#pragma once

#include "core/calendar.hpp"
#include "exports/story_export.hpp"

#include <optional>
#include <string>

namespace throughline::exports {

/// "20 March 2018", "March 2018", "11–17 March 2018", "October – December 2018", "2018", "by 18 March 2018",
/// "from 3 March 2018", "undated".
std::string date_words(std::optional<day> first, std::optional<day> last);

/// The same with what it rests on, where that is not the words of the text: "March 2018 (the date of the report)".
std::string date_words(const export_time& time);

/// The date in ISO 8601 as exactly as it is known, "2018", "2018-03" or "2018-03-20"; "" where only EDTF can say it.
std::string iso_date(const export_time& time);

}  // namespace throughline::exports
