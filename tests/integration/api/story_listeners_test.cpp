#include "api/story_listeners.hpp"

#include "support/event_source.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

namespace api = throughline::api;
namespace asio = boost::asio;
namespace http = throughline::http;
namespace test = throughline::test;
using namespace std::chrono_literals;

TEST_SUITE_BEGIN("api/stream");

TEST_CASE("idle listeners get signs of life, also while the database does not answer") {
    throughline::storage::executor_options nowhere;
    nowhere.database.url = "postgresql:///none?host=/nonexistent";
    throughline::storage::db_executor database(nowhere);
    std::unique_ptr<api::story_listeners> listeners;
    http::application app;
    app.routes.add(http::method::get, "/listen", [&](const http::request&) -> asio::awaitable<http::response> {
        http::response made;
        made.content_type = "text/event-stream";
        made.stream = [place = listeners->admit("s_1")](const auto& stream) { place->begin(stream, "id: 1\n\n", 1); };
        co_return made;
    });
    test::live_server server(std::move(app));
    api::listener_options options;
    options.heartbeat = 160ms;
    listeners = std::make_unique<api::story_listeners>(server.io().get_executor(), database, options);
    {
        test::event_source source(server.base(), "/listen");
        listeners->changed("s_1", 2);

        CHECK(source.next_block() == "id: 1\n\n");
        CHECK(source.next_block() == ":\n\n");
        CHECK(source.next_block() == ":\n\n");
    }
    asio::post(server.io(), [&] {
        listeners->stop();
        listeners.reset();  // its timers must not outlive the server's context
    });
    server.stop();
}

TEST_SUITE_END();
