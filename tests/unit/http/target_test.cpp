#include "http/target.hpp"

#include <doctest/doctest.h>

namespace http = throughline::http;

TEST_CASE("a target is split and decoded") {
    const auto target = http::parse_target("/v1/stories/a%2Fb?q=M%C3%BCnchen+2018&from=");

    REQUIRE(target);
    CHECK(target->segments == std::vector<std::string>{"v1", "stories", "a/b"});
    REQUIRE(target->query.size() == 2);
    CHECK(target->query[0].value == "München 2018");
    CHECK(target->query[1].name == "from");
    CHECK(target->query[1].value.empty());
}

TEST_CASE("the absolute form is read like the origin form") {
    const auto target = http::parse_target("http://example.org/v1/stories?q=a");

    REQUIRE(target);
    CHECK(target->segments == std::vector<std::string>{"v1", "stories"});
    CHECK(target->query.size() == 1);
}

TEST_CASE("what is no clean target is refused") {
    for (const auto* bad : {"", "v1", "/a%", "/a%zz", "/%00", "/%ff", "/a?q=%c3%28", "/a?q=%0a", "/a?q=%ed%a0%80",
                            "/a?q=%f5%80%80%80", "/a?q=%c0%af", "/a b", "*"})
        CHECK_FALSE_MESSAGE(http::parse_target(bad), bad);
}

TEST_CASE("a parameter given twice is refused by name") {
    const auto target = http::parse_target("/v1/stories?q=a&q=b");

    REQUIRE_FALSE(target);
    CHECK(target.failure().field == "q");
}

TEST_CASE("more parameters than any route knows are refused") {
    std::string target = "/v1/stories?";
    for (int name = 0; name < 1000; ++name) target += std::to_string(name) + '&';

    CHECK_FALSE(http::parse_target(target));
}

TEST_CASE("UTF-8 of every length is clean") {
    CHECK(http::clean_utf8("a\u00e4\u20ac\U0001f600"));
    CHECK(http::clean_utf8(""));
    CHECK_FALSE(http::clean_utf8("\x7f"));
    CHECK_FALSE(http::clean_utf8("\xc2\x85"));
    CHECK_FALSE(http::clean_utf8("\xe2\x82"));
}
