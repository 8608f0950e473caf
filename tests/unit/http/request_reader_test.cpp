#include "http/request_reader.hpp"

#include <doctest/doctest.h>

#include <cstring>

namespace http = throughline::http;
using progress = http::request_reader::progress;

namespace {

const http::server_options limits = [] {
    http::server_options small;
    small.header_bytes = 1000;
    small.body_bytes = 2000;
    return small;
}();

/// Feeds the bytes in pieces and returns where reading stands after the last piece, or at the first failure.
progress feed(http::request_reader& reader, std::string_view bytes, std::size_t piece) {
    auto state = progress::needs_bytes;
    while (!bytes.empty() && state != progress::failed && state != progress::complete) {
        const auto space = reader.space();
        const auto count = std::min({piece, bytes.size(), space.size()});
        std::memcpy(space.data(), bytes.data(), count);
        reader.added(count);
        bytes.remove_prefix(count);
        state = reader.advance();
        if (state == progress::has_header) state = reader.advance();
    }
    return state;
}

}  // namespace

TEST_CASE("a request is read whole, however its bytes come in") {
    const std::string_view bytes =
        "POST /v1/articles?x=1 HTTP/1.1\r\nHost: a\r\nX-Thing:  some value \r\n"
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n";
    for (const std::size_t piece : {1u, 2u, 7u, 1000u}) {
        http::request_reader reader(limits);
        reader.start();

        CHECK(feed(reader, bytes, piece) == progress::complete);

        http::request asked;
        reader.take(asked);
        CHECK(asked.verb == http::method::post);
        CHECK(asked.target == "/v1/articles?x=1");
        CHECK(asked.header("x-thing") == "some value");
        CHECK(asked.body == "hello world");
        CHECK(reader.keep_alive());
    }
}

TEST_CASE("a chunked body without chunks is read, cut anywhere") {
    const std::string header = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string bytes = header + "0\r\n\r\n";
    for (std::size_t cut = header.size(); cut < bytes.size(); ++cut) {
        http::request_reader reader(limits);
        reader.start();

        CHECK(feed(reader, bytes.substr(0, cut), 4096) == progress::needs_bytes);
        CHECK(feed(reader, bytes.substr(cut), 1) == progress::complete);
    }
}

TEST_CASE("bytes after a request are left for the next one") {
    http::request_reader reader(limits);
    reader.start();
    REQUIRE(feed(reader, "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n", 1000) ==
            progress::complete);

    reader.start();
    REQUIRE(reader.advance() == progress::complete);

    http::request asked;
    reader.take(asked);
    CHECK(asked.target == "/b");
    CHECK(reader.empty());
}

TEST_CASE("what is not HTTP, or too much of it, is refused with its status") {
    struct sample {
        std::string bytes;
        unsigned status;
    };
    const std::string host = " HTTP/1.1\r\nHost: a\r\n";
    const sample samples[] = {
        {"nonsense\r\n\r\n", 400},
        {"GET /a HTTP/2.0\r\n\r\n", 505},
        {"GET /a HTTP/1.1\r\n\r\n", 400},
        {"GET /a" + host + "Host: b\r\n\r\n", 400},
        {"GET /a" + host + "Bad Header: x\r\n\r\n", 400},
        {"GET /a" + host + "X: " + std::string(2000, 'x') + "\r\n\r\n", 431},
        {"GET /" + std::string(2000, 'x'), 431},
        {"POST /a" + host + "Content-Length: 2001\r\n\r\n", 413},
        {"POST /a" + host + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        {"POST /a" + host + "Content-Length: -1\r\n\r\n", 400},
        {"POST /a" + host + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
        {"POST /a" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"POST /a" + host + "Transfer-Encoding: gzip\r\n\r\n", 501},
        {"POST /a" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
        {"POST /a" + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
        {"POST /a" + host + "Transfer-Encoding: chunked\r\n\r\n7d1\r\n" + std::string(2001, 'x') + "\r\n0\r\n\r\n",
         413},
        {"POST /a" + host + "Expect: a miracle\r\nContent-Length: 3\r\n\r\n", 417},
    };
    for (const auto& [bytes, status] : samples) {
        http::request_reader reader(limits);
        reader.start();

        CHECK_MESSAGE(feed(reader, bytes, 4096) == progress::failed, bytes.substr(0, 60));
        CHECK_MESSAGE(reader.status() == status, bytes.substr(0, 60));
    }
}

TEST_CASE("a chunk header without an end is refused") {
    http::request_reader reader(limits);
    reader.start();
    const std::string bytes =
        "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;" + std::string(1'000'000, 'x');

    CHECK(feed(reader, bytes, 65536) == progress::failed);
}

TEST_CASE("the end of a connection is kept or announced as HTTP says") {
    const std::pair<std::string_view, bool> samples[] = {
        {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", true},
        {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", false},
        {"GET / HTTP/1.0\r\n\r\n", false},
        {"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true},
    };
    for (const auto& [bytes, keep] : samples) {
        http::request_reader reader(limits);
        reader.start();

        REQUIRE(feed(reader, bytes, 4096) == progress::complete);
        CHECK(reader.keep_alive() == keep);
    }
}
