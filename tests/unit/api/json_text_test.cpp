#include "api/json_text.hpp"
#include "api/submission.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

namespace api = throughline::api;
namespace json = boost::json;

TEST_CASE("a member is added to the text of an object") {
    CHECK(api::with_member(std::string("{}"), "list", "[1]") == R"({"list":[1]})");
    CHECK(api::with_member(std::string(R"({"a":{"b":1}})"), "list", "[]") == R"({"a":{"b":1},"list":[]})");
    CHECK(api::with_member(json::object{{"a", 1}}, "n", "null") == R"({"a":1,"n":null})");
}

TEST_CASE("a moment is written as RFC 3339 in UTC") {
    using namespace std::chrono;
    const sys_days date = 2018y / March / 20;

    CHECK(api::to_rfc3339(date + 13h + 5min) == "2018-03-20T13:05:00Z");
    CHECK(api::to_rfc3339(date + 250ms) == "2018-03-20T00:00:00.25Z");
    CHECK(api::to_rfc3339(sys_days(1969y / December / 31) + 23h) == "1969-12-31T23:00:00Z");
}
