#include "api/stream.hpp"

#include "api/failures.hpp"
#include "api/parameters.hpp"
#include "api/story_news.hpp"
#include "core/ids.hpp"
#include "http/problem.hpp"

#include <limits>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

constexpr auto unheard_of = std::numeric_limits<std::int64_t>::max();

/// The revision that the client knows; nullopt when it names none. What a browser sends when it comes again stands
/// above the address that it was first given.
std::optional<std::int64_t> known_revision(parameters& given, const http::request& asked) {
    const bool named = asked.parameter_value("since").has_value();
    const auto since = given.number("since", 0, highest_revision, 0);
    const auto last_event = asked.header("Last-Event-ID");
    if (last_event && !last_event->empty()) return parse_number(*last_event).value_or(unheard_of);
    return named ? std::optional<std::int64_t>(since) : std::nullopt;
}

http::response stream_response(std::function<void(const std::shared_ptr<http::body_stream>&)> begin) {
    http::response made;
    made.content_type = "text/event-stream";
    made.headers.emplace_back("Cache-Control", "no-store");
    made.headers.emplace_back("X-Accel-Buffering", "no");  // nginx would hold events back
    made.stream = std::move(begin);
    return made;
}

/// For a client that knew the story before it was merged: a redirect would not tell it.
http::response farewell(std::string event) {
    return stream_response([bytes = std::make_shared<const std::string>(std::move(event))](const auto& stream) {
        stream->send(bytes);
        stream->end();
    });
}

asio::awaitable<http::response> listen(services& with, const http::request& asked) {
    parameters given(asked, {"since"});
    const auto known = known_revision(given, asked);
    const std::string& id = asked.path_value("id");
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (!is_id(id, id_kind::story)) co_return failed(asked, {errc::not_found, "There is no story with this id.", ""});
    const auto place = with.listeners.admit(id);
    if (!place)
        co_return http::problem({errc::overloaded, "There are too many listeners; try again shortly.", ""}, asked.id);

    auto job = [id, known](storage::transaction& tx) { return read_news(tx, id, known); };
    const auto news = co_await with.database.run("story_news", storage::access::read, std::move(job));
    if (!news) co_return failed(asked, news.failure());
    if (!news->successor.empty() && !known) co_return moved(asked, news->successor);
    auto events = news_events(id, *news, known.value_or(news->newest));
    if (!news->successor.empty()) co_return farewell(std::move(events));
    auto begin = [place, bytes = opening(news->newest) + events, revision = news->newest](const auto& stream) {
        place->begin(stream, bytes, revision);
    };
    co_return stream_response(std::move(begin));
}

}  // namespace

void add_stream(http::router& routes, services& with) {
    routes.add(http::method::get, "/v1/stories/{id}/stream",
               [&with](const http::request& asked) { return listen(with, asked); });
}

}  // namespace throughline::api
