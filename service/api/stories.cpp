#include "api/stories.hpp"

#include "api/failures.hpp"
#include "api/json_text.hpp"
#include "api/lookup.hpp"
#include "api/parameters.hpp"
#include "core/ids.hpp"
#include "http/cursor.hpp"

#include <boost/json.hpp>

namespace throughline::api {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;

const error no_such_story{errc::not_found, "There is no story with this id.", ""};

struct listing {
    storage::story_page page;
    std::vector<storage::activity> courses;  ///< of each story of the page, where it was asked for
};

json::object to_json(const storage::activity& course) {
    return {
        {"from", to_string(course.from)}, {"to", to_string(course.to)}, {"counts", json::value_from(course.counts)}};
}

/// A cursor goes on in the list that gave it out only: the same filters.
std::string list_name(const http::request& asked) {
    std::string name = "stories";
    for (const std::string_view filter : {"q", "entity", "from", "to"})
        name.append("\n").append(asked.parameter_value(filter).value_or(""));
    return name;
}

/// A story's place in the list: "updated_at id".
std::optional<storage::story_cursor> story_position(parameters& given, const http::request& asked) {
    constexpr std::int64_t latest = 253'402'300'800'000'000;  // the year 10000
    const auto position = given.cursor(list_name(asked));
    if (!position) return std::nullopt;
    if (const auto space = position->find(' '); space != std::string::npos) {
        const auto updated_at = parse_number(position->substr(0, space));
        auto id = position->substr(space + 1);
        if (updated_at && *updated_at < latest && is_id(id, id_kind::story))
            return storage::story_cursor{*updated_at, std::move(id)};
    }
    given.refuse(errc::bad_request, "The cursor is not one that this list gave out.", "cursor");
    return std::nullopt;
}

asio::awaitable<http::response> list(services& with, const http::request& asked) {
    parameters given(asked, {"q", "entity", "from", "to", "activity", "limit", "cursor"});
    storage::story_query query;
    query.words = given.text("q");
    query.entity = given.text("entity");
    query.from = given.date("from");
    query.to = given.date("to");
    if (query.from && query.to && *query.to < *query.from)
        given.refuse(errc::invalid_field, "The last day lies before the first.", "to");
    query.limit = given.limit();
    query.after = story_position(given, asked);
    const auto parts = given.number("activity", 1, 100, 0);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);

    auto job = [query, parts](storage::transaction& tx) {
        listing found{storage::list_stories(tx, query), {}};
        if (parts > 0) found.courses = storage::story_activity(tx, found.page.stories, parts);
        return found;
    };
    const auto found = co_await with.database.run("list_stories", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());

    const auto& page = found->page;
    json::array stories;
    for (std::size_t index = 0; index < page.stories.size(); ++index) {
        auto head = story_head(page.stories[index]);
        if (parts > 0 && !found->courses[index].counts.empty()) head["activity"] = to_json(found->courses[index]);
        stories.push_back(std::move(head));
    }
    json::object body;
    body["stories"] = std::move(stories);
    if (page.next) {
        const auto position = std::to_string(page.next->updated_at) + ' ' + page.next->id;
        body["next_cursor"] = http::encode_cursor(list_name(asked), position);
    }
    co_return http::json(200, json::serialize(body));
}

json::object to_json(const storage::story_details& details) {
    json::array entities;
    for (const auto& [name, key, events] : details.entities)
        entities.push_back({{"name", name}, {"key", key}, {"event_count", events}});
    json::array articles;
    for (const auto& article : details.articles) {
        json::object object;
        object["id"] = article.id;
        add_text(object, "url", article.url);
        object["headline"] = article.headline;
        add_text(object, "publisher", article.publisher);
        object["published_at"] = article.published_at;
        add_text(object, "origin", article.origin);
        articles.push_back(std::move(object));
    }
    json::object body = story_head(details.head);
    body["entities"] = std::move(entities);
    body["articles"] = std::move(articles);
    return body;
}

asio::awaitable<http::response> get(services& with, const http::request& asked) {
    const parameters given(asked, {});
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    const std::string& id = asked.path_value("id");
    if (!is_id(id, id_kind::story)) co_return failed(asked, no_such_story);

    auto job = [id](storage::transaction& tx) { return look_up(tx, id, [&] { return storage::find_story(tx, id); }); };
    const auto found = co_await with.database.run("find_story", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    if (!found->value) co_return moved(asked, found->successor);
    co_return http::json(200, json::serialize(to_json(*found->value)));
}

json::object to_json(const storage::story_revision& revision) {
    json::array changes;
    for (const auto& change : revision.changes) {
        json::object object;
        object["kind"] = change.kind;
        add_text(object, "event_id", change.event_id);
        add_text(object, "title", change.title);
        add_text(object, "into", change.into);
        add_text(object, "article_id", change.article_id);
        object["reason"] = change.reason;
        changes.push_back(std::move(object));
    }
    json::object object;
    object["revision"] = revision.revision;
    object["published_at"] = revision.published_at;
    object["changes"] = std::move(changes);
    return object;
}

asio::awaitable<http::response> revisions(services& with, const http::request& asked) {
    parameters given(asked, {"limit", "cursor"});
    const std::string& id = asked.path_value("id");
    const std::string list_name = "revisions " + id;
    const auto limit = given.limit();
    const auto position = given.cursor(list_name);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (!is_id(id, id_kind::story)) co_return failed(asked, no_such_story);
    const auto before = position ? parse_number(*position) : std::nullopt;

    // One more than asked for tells whether there is a further page.
    using rows = std::vector<storage::story_revision>;
    auto job = [id, limit, before](storage::transaction& tx) {
        return look_up(tx, id, [&]() -> result<rows> {
            const auto known = storage::find_story(tx, id);
            if (!known) return known.failure();
            return storage::list_revisions(tx, id, limit + 1, before);
        });
    };
    auto found = co_await with.database.run("list_revisions", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    if (!found->value) co_return moved(asked, found->successor);

    auto& page = *found->value;
    json::object body;
    if (page.size() > limit) {
        page.pop_back();
        body["next_cursor"] = http::encode_cursor(list_name, std::to_string(page.back().revision));
    }
    json::array listed;
    for (const auto& revision : page) listed.push_back(to_json(revision));
    body["revisions"] = std::move(listed);
    co_return http::json(200, json::serialize(body));
}

}  // namespace

json::object story_head(const storage::story& story) {
    json::object object;
    object["id"] = story.id;
    object["title"] = story.title;
    object["revision"] = story.revision;
    object["article_count"] = story.article_count;
    object["publisher_count"] = story.publisher_count;
    object["event_count"] = story.event_count;
    if (story.first) object["first_day"] = to_string(*story.first);
    if (story.last) object["last_day"] = to_string(*story.last);
    object["updated_at"] = story.updated_at;
    return object;
}

void add_stories(http::router& routes, services& with) {
    routes.add(http::method::get, "/v1/stories", [&with](const http::request& asked) { return list(with, asked); });
    routes.add(http::method::get, "/v1/stories/{id}", [&with](const http::request& asked) { return get(with, asked); });
    routes.add(http::method::get, "/v1/stories/{id}/revisions",
               [&with](const http::request& asked) { return revisions(with, asked); });
}

}  // namespace throughline::api
