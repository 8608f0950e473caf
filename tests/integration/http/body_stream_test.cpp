#include "http/body_stream.hpp"

#include "support/http_client.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>

namespace asio = boost::asio;
namespace http = throughline::http;
namespace test = throughline::test;
using namespace std::chrono_literals;

namespace {

/// A server whose /stream gives its stream to the test.
class streaming_server {
public:
    explicit streaming_server(http::server_options options = {}) : server_(make_application(), std::move(options)) {}

    const std::string& base() const { return server_.base(); }
    void stop() { server_.stop(); }

    /// The stream of the last client, once it listens.
    std::shared_ptr<http::body_stream> stream() {
        auto opened = opened_.get_future();
        if (opened.wait_for(10s) != std::future_status::ready) throw std::runtime_error("nobody listens");
        return opened.get();
    }

    /// Runs on the I/O thread.
    template <class Work>
    auto run(Work work) {
        std::promise<decltype(work())> done;
        asio::post(server_.io(), [&] { done.set_value(work()); });
        return done.get_future().get();
    }

private:
    http::application make_application() {
        http::application app;
        app.routes.add(http::method::get, "/stream", [this](const http::request&) -> asio::awaitable<http::response> {
            http::response made;
            made.content_type = "text/event-stream";
            made.stream = [this](const std::shared_ptr<http::body_stream>& stream) { opened_.set_value(stream); };
            co_return made;
        });
        return app;
    }

    std::promise<std::shared_ptr<http::body_stream>> opened_;
    test::live_server server_;
};

http::shared_bytes bytes(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

constexpr auto request = "GET /stream HTTP/1.1\r\nHost: a\r\n\r\n";

}  // namespace

TEST_SUITE_BEGIN("http/body_stream");

TEST_CASE("what is sent comes in order until the stream ends") {
    streaming_server server;
    test::http_connection client(server.base());
    client.send(request);
    const auto head = client.receive();
    const auto stream = server.stream();
    const std::string large(3'000'000, 'x');

    server.run([&] {
        stream->send(bytes("one\n"));
        stream->send(bytes(large + '\n'));
        stream->end();
        return true;
    });

    REQUIRE(head);
    CHECK(head->status == 200);
    CHECK(head->header("content-type") == "text/event-stream");
    CHECK(head->header("content-length").empty());
    CHECK(head->header("connection") == "close");
    CHECK(client.read_until("\n") == "one\n");
    CHECK(client.read_until("\n") == large + '\n');
    CHECK(client.closed_within(5s));
}

TEST_CASE("a reader that does not read is cut off and holds no more than the limit") {
    streaming_server server;
    test::http_connection client(server.base());
    client.send(request);
    const auto stream = server.stream();
    std::atomic<bool> ended{false};
    const auto piece = bytes(std::string(64 * 1024, 'x'));

    std::size_t pieces = 0;
    server.run([&] {
        stream->on_end([&] { ended = true; });
        for (; pieces < 10'000 && stream->is_open(); ++pieces) stream->send(piece);
        return true;
    });

    CHECK(ended);
    CHECK(pieces < 1000);  // what the kernel holds, and 256 KB
    CHECK(server.run([&] { return stream->was_too_slow(); }));
    CHECK(piece.use_count() == 1);
}

TEST_CASE("a reader that takes nothing for too long is cut off") {
    http::server_options options;
    options.stream.write_time = 100ms;
    streaming_server server(options);
    test::http_connection client(server.base());
    client.send(request);
    const auto stream = server.stream();

    server.run([&] {
        stream->send(bytes(std::string(64'000'000, 'x')));
        return true;
    });
    bool open = true;
    for (int count = 0; count < 100 && open; ++count) {
        std::this_thread::sleep_for(50ms);
        open = server.run([&] { return stream->is_open(); });
    }

    CHECK_FALSE(open);
}

TEST_CASE("the producer is told when the reader goes") {
    streaming_server server;
    auto client = std::make_unique<test::http_connection>(server.base());
    client->send(request);
    const auto stream = server.stream();
    std::promise<void> ended;
    server.run([&] {
        stream->on_end([&] { ended.set_value(); });
        return true;
    });

    client.reset();

    CHECK(ended.get_future().wait_for(10s) == std::future_status::ready);
}

TEST_CASE("a stop ends streams at once") {
    streaming_server server;
    test::http_connection client(server.base());
    client.send(request);
    server.stream();

    const auto begun = std::chrono::steady_clock::now();
    server.stop();

    CHECK(client.receive());
    CHECK(client.closed_within(5s));
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}

TEST_CASE("HEAD asks for the head of a stream alone") {
    streaming_server server;

    const auto answered = test::fetch(server.base(), "HEAD", "/stream");

    CHECK(answered.status == 200);
    CHECK(answered.header("content-type") == "text/event-stream");
    CHECK(test::fetch(server.base(), "GET", "/nothing").status == 404);
}

TEST_SUITE_END();
