// Stories and timelines of a running service, read page by page over one connection.
#pragma once

#include "cli/api_client.hpp"
#include "core/error.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <utility>
#include <vector>

namespace throughline::cli {

/// A story with its whole timeline; events hold what the API gives and "publishers", the names behind their sources.
struct told_story {
    boost::json::object story;
    boost::json::array events;
    std::vector<std::string> others;  ///< "id  title" of other stories that the words fit as well
};

/// What of a timeline is asked for, as the API's parameters: {"from", "2018-03-01"}.
using timeline_filters = std::vector<std::pair<std::string, std::string>>;

/// The story with that id, else the one whose title or entities the words fit, of several the one with most articles.
/// not_found when there is none; invalid_field when a filter makes no sense; unavailable, naming the reason, when the
/// service does not answer.
result<told_story> read_story(const service_address& address, const std::string& key, const std::string& id_or_words,
                              const timeline_filters& filters, bool with_publishers);

/// The timeline of the story found so, in one of the API's export formats, as it is served.
result<std::string> read_export(const service_address& address, const std::string& key, const std::string& id_or_words,
                                const timeline_filters& filters, const std::string& format);

}  // namespace throughline::cli
