#include "http/compression.hpp"
#include "http/finish.hpp"
#include "http/response_head.hpp"
#include "support/http_client.hpp"

#include <doctest/doctest.h>

namespace http = throughline::http;

namespace {

std::string header(const http::response& made, std::string_view name) {
    for (const auto& [key, value] : made.headers)
        if (key == name) return value;
    return "";
}

http::request get_with(std::string_view name, std::string_view value) {
    http::request asked;
    asked.headers.push_back({name, value});
    return asked;
}

}  // namespace

TEST_CASE("gzip gives the text back, of any size") {
    for (const std::size_t size : {0u, 1u, 1000u, 1'000'000u}) {
        std::string text(size, 'x');
        for (std::size_t index = 0; index < size; ++index) text[index] = static_cast<char>('a' + index * index % 23);

        CHECK(throughline::test::gunzip(http::gzip(text, http::compression::fast)) == text);
        CHECK(throughline::test::gunzip(http::gzip(text, http::compression::best)) == text);
    }
}

TEST_CASE("a read gets an entity tag, and 304 when the client has it") {
    auto first = http::json(200, "{}");
    http::finish(http::request{}, first);
    const auto etag = header(first, "ETag");

    auto second = http::json(200, "{}");
    http::finish(get_with("if-none-match", etag), second);

    CHECK(first.status == 200);
    CHECK_FALSE(etag.empty());
    CHECK(second.status == 304);
    CHECK(second.payload().empty());
    CHECK(header(second, "ETag") == etag);
}

TEST_CASE("a body kept ready is sent as it is, in either encoding") {
    const auto body = http::with_gzip(*http::make_prebuilt(std::string(5000, 'x')));
    auto plain = http::prebuilt(body);
    http::finish(http::request{}, plain);
    auto packed = http::prebuilt(body);
    http::finish(get_with("Accept-Encoding", "gzip"), packed);

    CHECK(plain.payload().data() == body->identity.data());
    CHECK(packed.payload().data() == body->gzip.data());
    CHECK(header(packed, "Content-Encoding") == "gzip");
    CHECK(header(packed, "Vary") == "Accept-Encoding");
    CHECK(header(packed, "ETag") == header(plain, "ETag"));
}

TEST_CASE("no value ends its header field early") {
    auto made = http::no_content();
    made.headers.emplace_back("Location", "/v1\r\nSet-Cookie: a=b");
    std::string head;

    http::write_head(head, made, {});

    CHECK(head.find("\r\nSet-Cookie") == std::string::npos);
    CHECK(head.find("Content-Length") == std::string::npos);
}

TEST_CASE("dates are written as HTTP writes them") {
    CHECK(http::http_date(1521540000) == "Tue, 20 Mar 2018 10:00:00 GMT");
}
