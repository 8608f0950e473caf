#include "api/events.hpp"

#include "api/event_json.hpp"
#include "api/failures.hpp"
#include "api/json_text.hpp"
#include "api/lookup.hpp"
#include "api/parameters.hpp"
#include "core/ids.hpp"
#include "http/cursor.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace throughline::api {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;

const error no_such_event{errc::not_found, "There is no event with this id.", ""};

asio::awaitable<http::response> get(services& with, const http::request& asked) {
    const parameters given(asked, {});
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    const std::string& id = asked.path_value("id");
    if (!is_id(id, id_kind::event)) co_return failed(asked, no_such_event);

    auto job = [id](storage::transaction& tx) { return look_up(tx, id, [&] { return storage::find_event(tx, id); }); };
    const auto found = co_await with.database.run("find_event", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    if (!found->value) co_return moved(asked, found->successor);

    json::array stories;
    for (const auto& [story_id, title] : found->value->stories) stories.push_back({{"id", story_id}, {"title", title}});
    co_return http::json(200, with_member(found->value->document, "stories", json::serialize(stories)));
}

/// Sources stand by day of publication, so the first with an origin is the one that the others repeat.
const storage::event_source& first_of_origin(const std::vector<storage::event_source>& all, std::size_t index) {
    const auto same = [&](const auto& source) { return source.origin == all[index].origin; };
    return *std::find_if(all.begin(), all.end(), same);
}

asio::awaitable<http::response> sources(services& with, const http::request& asked) {
    parameters given(asked, {"limit", "cursor"});
    const std::string& id = asked.path_value("id");
    const std::string list_name = "sources " + id;
    const auto limit = given.limit();
    const auto position = given.cursor(list_name);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (!is_id(id, id_kind::event)) co_return failed(asked, no_such_event);

    auto job = [id](storage::transaction& tx) {
        return look_up(tx, id, [&] { return storage::find_sources(tx, id); });
    };
    const auto found = co_await with.database.run("find_sources", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    if (!found->value) co_return moved(asked, found->successor);

    const auto& all = *found->value;
    const auto skipped = position ? static_cast<std::size_t>(parse_number(*position).value_or(0)) : 0;
    const auto begin = std::min(skipped, all.size());
    const auto end = std::min(begin + limit, all.size());
    json::array listed;
    for (auto index = begin; index < end; ++index) listed.push_back(to_json(all[index], first_of_origin(all, index)));
    json::object body;
    body["sources"] = std::move(listed);
    if (end < all.size()) body["next_cursor"] = http::encode_cursor(list_name, std::to_string(end));
    co_return http::json(200, json::serialize(body));
}

asio::awaitable<http::response> merges(services& with, const http::request& asked) {
    const parameters given(asked, {});
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    const std::string& id = asked.path_value("id");
    if (!is_id(id, id_kind::event)) co_return failed(asked, no_such_event);

    using rows = std::vector<storage::event_merge>;
    auto job = [id](storage::transaction& tx) {
        return look_up(tx, id, [&]() -> result<rows> {
            const auto known = storage::find_event(tx, id);
            if (!known) return known.failure();
            return storage::find_merges(tx, id);
        });
    };
    const auto found = co_await with.database.run("find_merges", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    if (!found->value) co_return moved(asked, found->successor);

    json::array listed;
    for (const auto& merge : *found->value) listed.push_back(to_json(merge));
    json::object body;
    body["merges"] = std::move(listed);
    co_return http::json(200, json::serialize(body));
}

}  // namespace

void add_events(http::router& routes, services& with) {
    routes.add(http::method::get, "/v1/events/{id}", [&with](const http::request& asked) { return get(with, asked); });
    routes.add(http::method::get, "/v1/events/{id}/sources",
               [&with](const http::request& asked) { return sources(with, asked); });
    routes.add(http::method::get, "/v1/events/{id}/why",
               [&with](const http::request& asked) { return merges(with, asked); });
}

}  // namespace throughline::api
