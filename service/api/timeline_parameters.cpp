#include "api/timeline_parameters.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <string_view>

namespace throughline::api {
namespace {

constexpr std::uint32_t most_events = 10'000;

}  // namespace

storage::timeline_query read_filters(parameters& given, const http::request& asked) {
    storage::timeline_query query;
    query.story_id = asked.path_value("id");
    query.from = given.date("from");
    query.to = given.date("to");
    query.type = given.text("type");
    query.participant = given.text("participant");
    query.min_sources = given.number("min_sources", 0, most_events, 0);
    query.max = given.number("max", 1, 200, 0);
    if (query.from && query.to && *query.to < *query.from)
        given.refuse(errc::invalid_field, "The last day lies before the first.", "to");
    return query;
}

std::string filter_text(const http::request& asked) {
    std::string text;
    for (const std::string_view filter : {"from", "to", "type", "participant", "min_sources", "max"}) {
        const auto value = asked.parameter_value(filter);
        if (!value || value->empty()) continue;
        text += '&' + std::string(filter) + '=';
        text += boost::urls::encode(*value, boost::urls::unreserved_chars);
    }
    return text;
}

}  // namespace throughline::api
