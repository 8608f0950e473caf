#include "api/timeline.hpp"

#include "api/failures.hpp"
#include "api/json_text.hpp"
#include "api/lookup.hpp"
#include "api/parameters.hpp"
#include "api/stories.hpp"
#include "core/ids.hpp"
#include "http/compression.hpp"
#include "http/cursor.hpp"
#include "http/negotiation.hpp"
#include "storage/timeline_store.hpp"

#include <boost/json.hpp>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

constexpr std::uint32_t most_events = 10'000;

/// A cursor goes on in the list that gave it out only: the same story and the same filters.
std::string list_name(const http::request& asked) {
    std::string name = "timeline " + asked.path_value("id");
    for (const auto* filter : {"from", "to", "type", "participant", "min_sources", "max"})
        name += ' ' + std::string(asked.parameter_value(filter).value_or(""));
    return name;
}

storage::timeline_query read_query(parameters& given, const http::request& asked) {
    storage::timeline_query query;
    query.story_id = asked.path_value("id");
    query.from = given.date("from");
    query.to = given.date("to");
    query.type = given.text("type");
    query.participant = given.text("participant");
    query.min_sources = given.number("min_sources", 0, most_events, 0);
    query.max = given.number("max", 1, 200, 0);
    query.limit = given.limit();
    if (query.max > 0) query.limit = query.max;  // a short chronology is one page
    if (const auto position = given.cursor(list_name(asked))) query.after = parse_number(*position);
    const auto format = given.text("format");
    if (!format.empty() && format != "json") given.refuse(errc::invalid_field, "The only format is json.", "format");
    if (query.from && query.to && *query.to < *query.from)
        given.refuse(errc::invalid_field, "The last day lies before the first.", "to");
    return query;
}

std::string to_json(const storage::timeline_page& page, const std::string& list) {
    auto text = "{\"story\":" + boost::json::serialize(story_head(page.head)) + ",\"events\":" + page.events;
    if (page.next) text += ",\"next_cursor\":\"" + http::encode_cursor(list, std::to_string(*page.next)) + '"';
    return text + '}';
}

/// The kept timeline, unless it cannot be told whether it is still the newest.
asio::awaitable<std::optional<cached_timeline>> find_fresh(services& with, std::string_view target) {
    auto kept = with.timelines.find(target);
    if (!kept || with.feed_up()) co_return kept;
    auto job = [id = kept->story_id](storage::transaction& tx) { return storage::story_revision_number(tx, id); };
    const auto revision = co_await with.database.run("story_revision", storage::access::read, std::move(job));
    if (!revision || *revision != kept->revision) kept.reset();
    co_return kept;
}

/// Sends a timeline that was current at `read_at`; it is compressed when the first client asks for that.
asio::awaitable<http::response> send(services& with, const http::request& asked, cached_timeline kept,
                                     std::uint64_t read_at) {
    const bool wants_gzip =
        http::preferred_coding(asked.header("Accept-Encoding").value_or("")) == http::content_coding::gzip;
    if (wants_gzip && kept.body->gzip.empty() && http::worth_compressing(kept.body->identity.size())) {
        auto compressing = [body = kept.body] { return http::with_gzip(*body); };
        auto packed = co_await with.compute.run(std::move(compressing));
        if (packed) {
            kept.body = std::move(*packed);
            with.timelines.keep(asked.target, kept, read_at);
        }
    }
    co_return http::prebuilt(kept.body);
}

asio::awaitable<http::response> get_timeline(services& with, const http::request& asked) {
    const auto read_at = with.timelines.now();
    auto looking = find_fresh(with, asked.target);
    auto kept = co_await std::move(looking);
    if (kept) {
        auto sending = send(with, asked, std::move(*kept), read_at);
        co_return co_await std::move(sending);
    }

    parameters given(asked, {"from", "to", "type", "participant", "min_sources", "max", "format", "limit", "cursor"});
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

    cached_timeline fresh;
    fresh.story_id = query.story_id;
    fresh.revision = found->value->head.revision;
    fresh.body = http::make_prebuilt(to_json(*found->value, list_name(asked)));
    with.timelines.keep(asked.target, fresh, read_at);
    auto sending = send(with, asked, std::move(fresh), read_at);
    co_return co_await std::move(sending);
}

}  // namespace

void add_timeline(http::router& routes, services& with) {
    routes.add(http::method::get, "/v1/stories/{id}/timeline",
               [&with](const http::request& asked) { return get_timeline(with, asked); });
}

}  // namespace throughline::api
