#include "api/timeline.hpp"

#include "api/exports.hpp"
#include "api/failures.hpp"
#include "api/formats.hpp"
#include "api/json_text.hpp"
#include "api/kept_timeline.hpp"
#include "api/lookup.hpp"
#include "api/stories.hpp"
#include "api/timeline_parameters.hpp"
#include "core/ids.hpp"
#include "http/cursor.hpp"

#include <boost/json.hpp>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

/// A cursor goes on in the list that gave it out only: the same story and the same filters.
std::string list_name(const http::request& asked) {
    const std::string as_of(asked.parameter_value("as_of").value_or(""));
    return "timeline " + asked.path_value("id") + filter_text(asked) + ' ' + as_of;
}

storage::timeline_query read_query(parameters& given, const http::request& asked) {
    auto query = read_filters(given, asked);
    query.limit = given.limit();
    if (query.max > 0) query.limit = query.max;  // a short chronology is one page
    if (const auto position = given.cursor(list_name(asked))) query.after = parse_number(*position);
    if (const auto revision = given.number("as_of", 1, highest_revision, 0)) query.as_of = revision;
    return query;
}

std::string to_json(const storage::timeline_page& page, const std::string& list) {
    auto text = "{\"story\":" + boost::json::serialize(story_head(page.head)) + ",\"events\":" + page.events;
    if (page.next) text += ",\"next_cursor\":\"" + http::encode_cursor(list, std::to_string(*page.next)) + '"';
    return text + '}';
}

asio::awaitable<http::response> get_timeline(services& with, const http::request& asked) {
    const auto as = wanted_format(asked);
    if (!as) {
        auto refusal = failed(asked, as.failure());
        refusal.headers.emplace_back("Vary", "Accept");
        co_return refusal;
    }
    if (*as != nullptr) {
        auto exporting = get_export(with, asked, **as);
        co_return co_await std::move(exporting);
    }
    const std::string key(asked.target);
    const auto read_at = with.timelines.now();
    auto looking = find_fresh(with, key);
    auto kept = co_await std::move(looking);
    if (kept) {
        auto sending = send(with, asked, key, std::move(*kept), read_at);
        co_return co_await std::move(sending);
    }

    parameters given(asked,
                     {"from", "to", "type", "participant", "min_sources", "max", "as_of", "format", "limit", "cursor"});
    const auto query = read_query(given, asked);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (!is_id(query.story_id, id_kind::story))
        co_return failed(asked, {errc::not_found, "There is no story with this id.", ""});

    auto job = [query](storage::transaction& tx) {
        return look_up(tx, query.story_id, [&] { return storage::read_timeline(tx, query); });
    };
    auto found = co_await with.database.run("timeline", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    if (!found->value) co_return moved(asked, found->successor);

    // What a story was is seldom asked for: it takes no room from what it is.
    if (query.as_of) co_return http::json(200, to_json(*found->value, list_name(asked)));

    cached_timeline fresh;
    fresh.story_id = query.story_id;
    fresh.revision = found->value->head.revision;
    fresh.body = http::make_prebuilt(to_json(*found->value, list_name(asked)));
    with.timelines.keep(key, fresh, read_at);
    auto sending = send(with, asked, key, std::move(fresh), read_at);
    co_return co_await std::move(sending);
}

}  // namespace

void add_timeline(http::router& routes, services& with) {
    routes.add(http::method::get, "/v1/stories/{id}/timeline",
               [&with](const http::request& asked) { return get_timeline(with, asked); });
}

}  // namespace throughline::api
