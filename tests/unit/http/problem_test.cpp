#include "http/problem.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

namespace http = throughline::http;
namespace tl = throughline;

TEST_CASE("a problem says what, where and which request") {
    const auto made = http::problem({tl::errc::invalid_field, "No such day.", "published_at"}, "r1");

    const auto body = boost::json::parse(made.body);
    CHECK(made.status == 400);
    CHECK(made.content_type == "application/problem+json");
    CHECK(body.at("type") == "urn:throughline:problem:invalid_field");
    CHECK(body.at("status") == 400);
    CHECK(body.at("code") == "invalid_field");
    CHECK(body.at("detail") == "No such day.");
    CHECK(body.at("field") == "published_at");
    CHECK(body.at("request_id") == "r1");
    CHECK(body.as_object().contains("title"));
}

TEST_CASE("what passes by itself says when to come back") {
    for (const auto code : {tl::errc::unavailable, tl::errc::overloaded, tl::errc::timeout}) {
        const auto made = http::problem({code, "Busy.", ""}, "r1");

        bool retry = false;
        for (const auto& [name, value] : made.headers) retry = retry || name == "Retry-After";
        CHECK(made.status == 503);
        CHECK(retry);
    }
}
