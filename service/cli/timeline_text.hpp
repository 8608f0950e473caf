// A story's chronology as people read it on a terminal.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstddef>
#include <string>

namespace throughline::cli {

struct timeline_style {
    std::size_t width = 100;  ///< columns
    bool colour = false;      ///< ANSI escapes
};

/// `story` and `events` as GET /v1/stories/{id}/timeline gives them; an event may hold "publishers", an array of names.
/// One entry an event: its date as far as it is known, type, title, status, sources and links to other entries.
std::string timeline_text(const boost::json::object& story, const boost::json::array& events,
                          const timeline_style& style);

/// "20 March 2018", "March 2018", "11–17 March 2018", "before 18 March 2018", "undated": never more than is known.
std::string date_text(const boost::json::object& time);

}  // namespace throughline::cli
