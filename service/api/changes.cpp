#include "api/changes.hpp"

#include "api/change_json.hpp"
#include "api/failures.hpp"
#include "api/lookup.hpp"
#include "api/parameters.hpp"
#include "core/ids.hpp"
#include "http/cursor.hpp"
#include "storage/change_log.hpp"

#include <string>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

struct changes_query {
    std::string story_id;
    std::uint32_t since = 0;
    std::uint32_t limit = 50;
    storage::change_position after;
};

/// A cursor goes on in the list that gave it out only.
std::string list_name(const changes_query& query) {
    return "changes " + query.story_id + ' ' + std::to_string(query.since);
}

/// A place in the list: "revision change".
storage::change_position position(std::string_view text, std::uint32_t since) {
    const auto space = text.find(' ');
    const auto revision = parse_number(text.substr(0, space));
    const auto change = space == std::string_view::npos ? std::nullopt : parse_number(text.substr(space + 1));
    if (!revision || !change) return {since, storage::everything_of_revision};
    return {*revision, *change};
}

changes_query read_query(parameters& given, const http::request& asked) {
    changes_query query;
    query.story_id = asked.path_value("id");
    query.since = given.number("since", 0, highest_revision, 0);
    query.limit = given.limit();
    query.after = position(given.cursor(list_name(query)).value_or(""), query.since);
    return query;
}

std::string to_json(const changes_query& query, const storage::change_page& page) {
    std::string changes;
    for (const auto& revision : page.revisions) {
        const auto told = changes_json(revision);
        if (!changes.empty() && !told.empty()) changes += ',';
        changes += told;
    }
    auto text = "{\"story_id\":\"" + query.story_id + "\",\"since\":" + std::to_string(query.since) +
                ",\"revision\":" + std::to_string(page.newest) + ",\"changes\":[" + changes + ']';
    if (page.next) {
        const auto where = std::to_string(page.next->revision) + ' ' + std::to_string(page.next->change);
        text += ",\"next_cursor\":\"" + http::encode_cursor(list_name(query), where) + '"';
    }
    return text + '}';
}

asio::awaitable<http::response> list(services& with, const http::request& asked) {
    parameters given(asked, {"since", "limit", "cursor"});
    const auto query = read_query(given, asked);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (!is_id(query.story_id, id_kind::story))
        co_return failed(asked, {errc::not_found, "There is no story with this id.", ""});

    auto job = [query](storage::transaction& tx) {
        return look_up(tx, query.story_id,
                       [&] { return storage::list_changes(tx, query.story_id, query.after, query.limit); });
    };
    const auto found = co_await with.database.run("list_changes", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    if (!found->value) co_return moved(asked, found->successor);
    co_return http::json(200, to_json(query, *found->value));
}

}  // namespace

void add_changes(http::router& routes, services& with) {
    routes.add(http::method::get, "/v1/stories/{id}/changes",
               [&with](const http::request& asked) { return list(with, asked); });
}

}  // namespace throughline::api
