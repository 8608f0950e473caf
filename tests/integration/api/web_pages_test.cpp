#include "support/http_client.hpp"
#include "support/live_service.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <regex>
#include <string>

namespace json = boost::json;
namespace test = throughline::test;

namespace {

const test::http_headers wait{{"Content-Type", "application/json"}, {"Prefer", "wait=30"}};

json::value read(const std::string& base, const std::string& path) {
    const auto answer = test::fetch(base, "GET", path);
    CAPTURE(path);
    REQUIRE(answer.status == 200);
    return json::parse(answer.body);
}

}  // namespace

TEST_SUITE_BEGIN("api");

TEST_CASE("every address of the page gives the page under a strict policy") {
    test::live_service service;

    for (const auto* path : {"/", "/stories/s_1", "/events/e_1", "/articles/a_1", "/add", "/docs", "/?q=anything"}) {
        CAPTURE(path);
        const auto page = test::fetch(service.base(), "GET", path);

        CHECK(page.status == 200);
        CHECK(page.header("content-type") == "text/html; charset=utf-8");
        CHECK(page.header("content-security-policy").starts_with("default-src 'none'; script-src 'self'; "));
        CHECK(page.header("content-security-policy").find("unsafe") == std::string::npos);
        CHECK(page.header("cache-control") == "no-cache");
        CHECK(page.header("x-content-type-options") == "nosniff");
    }
}

TEST_CASE("what the page loads comes from the service, for ever the same under its name, and compressed") {
    test::live_service service;
    const auto page = test::fetch(service.base(), "GET", "/");
    const std::regex loaded("(?:src|href)=\"(/[^\"]+)\"");
    std::size_t files = 0;

    for (std::sregex_iterator match(page.body.begin(), page.body.end(), loaded), end; match != end; ++match) {
        const std::string path = (*match)[1];
        if (!path.starts_with("/assets/")) continue;
        CAPTURE(path);
        const auto plain = test::fetch(service.base(), "GET", path);
        const auto packed = test::fetch(service.base(), "GET", path, {{"Accept-Encoding", "gzip"}});
        const auto known = test::fetch(service.base(), "GET", path, {{"If-None-Match", plain.header("etag")}});

        CHECK(plain.status == 200);
        CHECK(plain.header("cache-control") == "public, max-age=31536000, immutable");
        CHECK(known.status == 304);
        if (!path.ends_with(".woff2")) CHECK(test::gunzip(packed.body) == plain.body);
        ++files;
    }

    CHECK(files >= 3);
    CHECK(page.body.find("http://") == page.body.find("http://www.w3.org/2000/svg"));
    CHECK(page.body.find("https://") == std::string::npos);
    CHECK(test::fetch(service.base(), "GET", "/assets/other.js").status == 404);
}

TEST_CASE("an article's mentions lie in its text, a story's activity counts its events") {
    test::live_service service;
    const std::string text =
        "The mayor of Eastport, Anna Keller, resigned on Tuesday. Police arrested two council members on Monday.";
    const auto body =
        R"({"url":"https://post.example/a","headline":"Mayor resigns","published_at":"2018-03-21","text":")" + text +
        "\"}";
    const auto posted = json::parse(test::fetch(service.base(), "POST", "/v1/articles", wait, body).body);
    const std::string id(posted.at("id").as_string());

    const auto first = read(service.base(), "/v1/articles/" + id + "/mentions?limit=1");
    const auto all = read(service.base(), "/v1/articles/" + id + "/mentions").at("mentions").as_array();
    const auto stories = read(service.base(), "/v1/stories?activity=10").at("stories").as_array();

    CHECK(first.at("version") == 1);
    CHECK(first.at("mentions").as_array().size() == 1);
    REQUIRE(all.size() >= 2);
    CHECK(first.as_object().contains("next_cursor"));
    for (const auto& mention : all) {
        const auto start = mention.at("trigger").at("start").to_number<std::size_t>();
        const auto end = mention.at("trigger").at("end").to_number<std::size_t>();
        CHECK(start < end);
        CHECK(end <= text.size());
    }
    REQUIRE(stories.size() == 1);
    std::int64_t counted = 0;
    const auto& activity = stories[0].at("activity");
    for (const auto& part : activity.at("counts").as_array()) counted += part.as_int64();
    CHECK(activity.at("counts").as_array().size() == 10);
    CHECK(activity.at("from") == stories[0].at("first_day"));
    CHECK(activity.at("to") == stories[0].at("last_day"));
    CHECK(counted == stories[0].at("event_count").as_int64());
}

TEST_SUITE_END();
