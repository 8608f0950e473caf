#include "support/http_client.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json.hpp>

#include <stdexcept>

namespace asio = boost::asio;
namespace http = throughline::http;
namespace test = throughline::test;
using namespace std::chrono_literals;

namespace {

asio::awaitable<http::response> hello(const http::request& asked) {
    co_return http::json(200, "{\"hello\":\"" + asked.path_value("name") + "\"}");
}

asio::awaitable<http::response> echo(const http::request& asked) { co_return http::json(201, asked.body); }

asio::awaitable<http::response> big(const http::request&) { co_return http::json(200, std::string(3'000'000, 'x')); }

asio::awaitable<http::response> broken(const http::request&) {
    throw std::runtime_error("secret words of the database");
    co_return http::response{};
}

asio::awaitable<http::response> slow(const http::request&) {
    asio::steady_timer timer(co_await asio::this_coro::executor, 400ms);
    co_await timer.async_wait(asio::use_awaitable);
    co_return http::json(200, "{}");
}

http::application sample() {
    http::application app;
    app.routes.add(http::method::get, "/hello/{name}", hello);
    app.routes.add(http::method::post, "/echo", echo);
    app.routes.add(http::method::get, "/big", big);
    app.routes.add(http::method::get, "/broken", broken);
    app.routes.add(http::method::get, "/slow", slow);
    http::route_options vital;
    vital.vital = true;
    app.routes.add(http::method::get, "/vital", hello, vital);
    return app;
}

http::server_options hurried() {
    http::server_options options;
    options.idle_time = 300ms;
    options.header_time = 300ms;
    options.body_time = 300ms;
    options.write_time = 500ms;
    options.linger_time = 300ms;
    options.stop_time = 5s;
    return options;
}

std::string get(std::string_view target) { return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n"; }

void check_problem(const test::http_response& response, unsigned status, std::string_view code) {
    CHECK(response.status == status);
    CHECK(response.header("content-type") == "application/problem+json");
    const auto body = boost::json::parse(response.body);
    CHECK(body.at("code") == boost::json::string_view(code));
    CHECK(body.at("status") == status);
    CHECK(body.at("request_id") == boost::json::string_view(response.header("x-request-id")));
}

}  // namespace

TEST_SUITE_BEGIN("http server");

TEST_CASE("a connection serves requests one after the other, in order") {
    test::live_server server(sample());
    test::http_connection connection(server.base());

    connection.send(get("/hello/a") + get("/slow") + get("/hello/b"));

    CHECK(connection.receive()->body == "{\"hello\":\"a\"}");
    CHECK(connection.receive()->body == "{}");
    CHECK(connection.receive()->body == "{\"hello\":\"b\"}");
}

TEST_CASE("every failure is a problem with the request's id") {
    test::live_server server(sample());

    check_problem(test::fetch(server.base(), "GET", "/nowhere"), 404, "not_found");
    check_problem(test::fetch(server.base(), "GET", "/hello/%ff"), 400, "bad_request");
    const auto wrong_method = test::fetch(server.base(), "DELETE", "/echo");
    check_problem(wrong_method, 405, "method_not_allowed");
    CHECK(wrong_method.header("allow") == "POST, OPTIONS");
    const auto broken_handler = test::fetch(server.base(), "GET", "/broken", {{"X-Request-Id", "mine-1"}});
    check_problem(broken_handler, 500, "internal");
    CHECK(broken_handler.body.find("secret") == std::string::npos);
    CHECK(broken_handler.header("x-request-id") == "mine-1");
}

TEST_CASE("malformed HTTP is answered and the connection closed") {
    test::live_server server(sample(), hurried());
    for (const auto* bytes : {"complete nonsense\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "\x16\x03\x01\x02\r\n\r\n"}) {
        test::http_connection connection(server.base());
        connection.send(bytes);

        const auto response = connection.receive();

        REQUIRE(response);
        check_problem(*response, 400, "bad_request");
        CHECK(response->header("connection") == "close");
        CHECK(connection.closed_within(2s));
    }
}

TEST_CASE("HEAD answers like GET without the body, OPTIONS with what is allowed") {
    test::live_server server(sample());

    const auto head = test::fetch(server.base(), "HEAD", "/hello/a");
    const auto options = test::fetch(server.base(), "OPTIONS", "/hello/a");
    const auto whole = test::fetch(server.base(), "OPTIONS", "*");

    CHECK(head.status == 200);
    CHECK(head.header("content-length") == "13");
    CHECK(options.status == 204);
    CHECK(options.header("allow") == "GET, HEAD, OPTIONS");
    CHECK(whole.status == 204);
}

TEST_CASE("a body over the limit is refused before it is read") {
    auto options = hurried();
    options.body_bytes = 100'000;
    test::live_server server(sample(), options);

    check_problem(test::fetch(server.base(), "POST", "/echo", {}, std::string(5'000'000, 'x')), 413, "too_large");
    CHECK(test::fetch(server.base(), "POST", "/echo", {}, std::string(99'999, 'x')).body.size() == 99'999);
}

TEST_CASE("a client that waits to be asked for the body is asked") {
    test::live_server server(sample());
    test::http_connection connection(server.base());

    connection.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    const auto interim = connection.receive();
    connection.send("{}");

    CHECK(interim->status == 100);
    CHECK(connection.receive()->body == "{}");
}

TEST_CASE("a large response reaches a client that reads slowly") {
    test::live_server server(sample());
    test::http_connection connection(server.base());

    connection.send(get("/big"));
    std::this_thread::sleep_for(100ms);

    CHECK(connection.receive()->body.size() == 3'000'000);
}

TEST_CASE("a client that does not read is cut off") {
    test::live_server server(sample(), hurried());
    test::http_connection connection(server.base());

    for (int count = 0; count < 20; ++count) connection.send(get("/big"));
    std::this_thread::sleep_for(1500ms);

    CHECK_THROWS_AS(
        [&] {
            while (connection.receive()) {
            }
        }(),
        std::runtime_error);
}

TEST_CASE("an idle connection is closed, an unfinished request answered 408") {
    test::live_server server(sample(), hurried());
    test::http_connection idle(server.base());
    test::http_connection half_header(server.base());
    test::http_connection half_body(server.base());

    half_header.send("GET / HTTP/1.1\r\nHo");
    half_body.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");

    CHECK(idle.closed_within(2s));
    check_problem(*half_header.receive(), 408, "timeout");
    check_problem(*half_body.receive(), 408, "timeout");
}

TEST_CASE("a request that trickles in does not outlive its deadline") {
    test::live_server server(sample(), hurried());
    test::http_connection connection(server.base());
    const auto begun = std::chrono::steady_clock::now();

    std::optional<test::http_response> answered;
    for (int count = 0; count < 30 && !answered; ++count) {
        connection.send("X");
        std::this_thread::sleep_for(50ms);
        if (connection.closed_within(0ms)) break;
    }
    answered = connection.receive();

    CHECK(std::chrono::steady_clock::now() - begun < 3s);
}

TEST_CASE("too many connections and too many requests are refused at once") {
    auto options = hurried();
    options.idle_time = 5s;
    options.connections = 2;
    options.requests = 1;
    test::live_server server(sample(), options);
    test::http_connection first(server.base());
    test::http_connection second(server.base());
    first.send(get("/slow"));
    std::this_thread::sleep_for(50ms);

    second.send(get("/hello/a") + get("/vital"));
    const auto busy = second.receive();
    const auto vital = second.receive();
    test::http_connection third(server.base());
    const auto full = third.receive();

    check_problem(*busy, 503, "overloaded");
    CHECK_FALSE(busy->header("retry-after").empty());
    CHECK(vital->status == 200);
    check_problem(*full, 503, "overloaded");
    CHECK(first.receive()->status == 200);
}

TEST_CASE("a stopping server finishes what is in flight, drops the idle and takes nobody new") {
    auto options = hurried();
    options.idle_time = 10s;
    test::live_server server(sample(), options);
    test::http_connection busy(server.base());
    test::http_connection idle(server.base());
    idle.send(get("/hello/a"));
    REQUIRE(idle.receive());
    busy.send(get("/slow"));
    std::this_thread::sleep_for(100ms);

    server.stop();

    CHECK(idle.closed_within(200ms));
    const auto last = busy.receive();
    REQUIRE(last);
    CHECK(last->status == 200);
    CHECK(last->header("connection") == "close");
    CHECK(busy.closed_within(1s));
    CHECK_THROWS_AS(test::http_connection{server.base()}, std::runtime_error);
}

TEST_CASE("routes that are not open ask for the key") {
    auto app = sample();
    http::route_options open;
    open.open = true;
    app.routes.add(http::method::get, "/open", hello, open);
    app.guard = [](const http::request& asked) -> std::optional<throughline::error> {
        if (asked.header("Authorization") == "Bearer k") return std::nullopt;
        return throughline::error{throughline::errc::unauthorized, "No key.", ""};
    };
    test::live_server server(std::move(app));

    check_problem(test::fetch(server.base(), "GET", "/hello/a"), 401, "unauthorized");
    CHECK(test::fetch(server.base(), "GET", "/hello/a", {{"Authorization", "Bearer k"}}).status == 200);
    CHECK(test::fetch(server.base(), "GET", "/open").status == 200);
}

TEST_SUITE_END();
