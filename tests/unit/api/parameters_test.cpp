#include "api/parameters.hpp"

#include "http/cursor.hpp"

#include <doctest/doctest.h>

namespace api = throughline::api;
namespace http = throughline::http;
namespace tl = throughline;

namespace {

http::request with_query(std::vector<http::parameter> query) {
    http::request asked;
    asked.query = std::move(query);
    return asked;
}

}  // namespace

TEST_CASE("parameters are read by their kind") {
    const auto asked = with_query(
        {{"q", "words"}, {"from", "2018-03-20"}, {"limit", "7"}, {"cursor", http::encode_cursor("list", "here")}});
    api::parameters given(asked, {"q", "from", "to", "limit", "cursor"});

    CHECK(given.text("q") == "words");
    CHECK(given.date("from") == tl::parse_day("2018-03-20"));
    CHECK_FALSE(given.date("to"));
    CHECK(given.limit() == 7);
    CHECK(given.cursor("list") == "here");
    CHECK_FALSE(given.failure());
}

TEST_CASE("the first wrong parameter is told by name") {
    const std::pair<http::parameter, tl::errc> samples[] = {
        {{"unknown", "x"}, tl::errc::invalid_field},     {{"from", "2018-02-30"}, tl::errc::invalid_field},
        {{"from", ""}, tl::errc::invalid_field},         {{"limit", "0"}, tl::errc::invalid_field},
        {{"limit", "201"}, tl::errc::invalid_field},     {{"limit", "-1"}, tl::errc::invalid_field},
        {{"limit", "1e2"}, tl::errc::invalid_field},     {{"limit", "99999999999999999999"}, tl::errc::invalid_field},
        {{"cursor", "nonsense"}, tl::errc::bad_request}, {{"q", std::string(201, 'x')}, tl::errc::invalid_field},
    };
    for (const auto& [parameter, code] : samples) {
        const auto asked = with_query({parameter});
        api::parameters given(asked, {"q", "from", "limit", "cursor"});
        given.text("q");
        given.date("from");
        given.limit();
        given.cursor("list");

        REQUIRE(given.failure());
        CHECK(given.failure()->field == parameter.name);
        CHECK(given.failure()->code == code);
    }
}
