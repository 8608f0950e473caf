#include "api/articles.hpp"

#include "api/article_posting.hpp"
#include "api/event_json.hpp"
#include "api/failures.hpp"
#include "api/json_text.hpp"
#include "api/parameters.hpp"
#include "core/ids.hpp"
#include "http/cursor.hpp"
#include "storage/article_store.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <limits>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

const error no_such_article{errc::not_found, "There is no article with this id.", ""};

std::string to_json(const storage::article& article) {
    boost::json::object object;
    object["id"] = article.id;
    object["version"] = article.version;
    object["newest_version"] = article.newest;
    add_text(object, "url", article.url);
    object["headline"] = article.headline;
    add_text(object, "publisher", article.publisher);
    object["authors"] = boost::json::value_from(article.authors);
    object["published_at"] = article.published_at;
    object["language"] = article.language;
    object["text"] = article.text;
    object["status"] = storage::name(article.status);
    add_text(object, "failure", article.failure);
    add_text(object, "origin", article.origin);
    object["received_at"] = article.received_at;
    boost::json::array stories;
    for (const auto& [id, title] : article.stories) stories.push_back({{"id", id}, {"title", title}});
    object["stories"] = std::move(stories);
    return with_member(object, "events", article.events);
}

asio::awaitable<http::response> get_article(services& with, const http::request& asked) {
    parameters given(asked, {"version"});
    const auto version = given.number("version", 1, std::numeric_limits<std::int32_t>::max(), 0);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    const std::string& id = asked.path_value("id");
    if (!is_id(id, id_kind::article)) co_return failed(asked, no_such_article);

    auto job = [id, version](storage::transaction& tx) { return storage::find_article(tx, id, version); };
    const auto found = co_await with.database.run("find_article", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());
    co_return http::json(200, to_json(*found));
}

asio::awaitable<http::response> get_mentions(services& with, const http::request& asked) {
    parameters given(asked, {"limit", "cursor"});
    const std::string& id = asked.path_value("id");
    const std::string list_name = "mentions " + id;
    const std::size_t limit = given.limit();
    const auto position = given.cursor(list_name);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (!is_id(id, id_kind::article)) co_return failed(asked, no_such_article);

    auto job = [id](storage::transaction& tx) { return storage::find_mentions(tx, id); };
    const auto found = co_await with.database.run("find_mentions", storage::access::read, std::move(job));
    if (!found) co_return failed(asked, found.failure());

    const auto& all = found->mentions;
    const auto skipped = position ? static_cast<std::size_t>(parse_number(*position).value_or(0)) : 0;
    const auto begin = std::min(skipped, all.size());
    const auto end = std::min(begin + limit, all.size());
    boost::json::array listed;
    for (auto index = begin; index < end; ++index) listed.push_back(api::to_json(all[index]));
    boost::json::object body;
    body["version"] = found->version;
    body["mentions"] = std::move(listed);
    if (end < all.size()) body["next_cursor"] = http::encode_cursor(list_name, std::to_string(end));
    co_return http::json(200, boost::json::serialize(body));
}

asio::awaitable<http::response> delete_article(services& with, const http::request& asked) {
    const parameters given(asked, {});
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    const std::string& id = asked.path_value("id");
    if (!is_id(id, id_kind::article)) co_return failed(asked, no_such_article);

    auto job = [id](storage::transaction& tx) { return storage::remove_article(tx, id); };
    const auto removed = co_await with.database.run("remove_article", storage::access::write, std::move(job));
    if (!removed) co_return failed(asked, removed.failure());
    with.job_queued();
    co_return http::no_content();
}

}  // namespace

void add_articles(http::router& routes, services& with) {
    routes.add(http::method::post, "/v1/articles",
               [&with](const http::request& asked) { return post_article(with, asked); });
    routes.add(http::method::get, "/v1/articles/{id}",
               [&with](const http::request& asked) { return get_article(with, asked); });
    routes.add(http::method::get, "/v1/articles/{id}/mentions",
               [&with](const http::request& asked) { return get_mentions(with, asked); });
    routes.add(http::method::delete_, "/v1/articles/{id}",
               [&with](const http::request& asked) { return delete_article(with, asked); });
}

}  // namespace throughline::api
