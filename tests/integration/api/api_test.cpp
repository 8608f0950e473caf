#include "http/cursor.hpp"
#include "support/http_client.hpp"
#include "support/live_service.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <chrono>

namespace json = boost::json;
namespace test = throughline::test;
using namespace std::chrono_literals;

namespace {

std::string article(std::string_view url, std::string_view text, std::string_view date = "2018-03-21") {
    json::object body;
    body["url"] = url;
    body["headline"] = "Harbour city mayor resigns";
    body["publisher"] = "The Harbour Post";
    body["published_at"] = date;
    body["language"] = "en";
    body["text"] = text;
    return json::serialize(body);
}

constexpr std::string_view mayor_text =
    "The mayor of Eastport, Anna Keller, resigned on Tuesday after weeks of protest.\n\n"
    "Police arrested two council members on Monday. Keller said on Wednesday that she would not run again.";

test::http_response post(const std::string& base, std::string_view body, const test::http_headers& more = {}) {
    test::http_headers headers{{"Content-Type", "application/json"}};
    headers.insert(headers.end(), more.begin(), more.end());
    return test::fetch(base, "POST", "/v1/articles", headers, body);
}

json::value get(const std::string& base, const std::string& target) {
    const auto response = test::fetch(base, "GET", target);
    REQUIRE_MESSAGE(response.status == 200, target << ": " << response.body);
    return json::parse(response.body);
}

std::string text_of(const json::value& object, std::string_view name) {
    return std::string(object.at(name).as_string());
}

void check_problem(const test::http_response& response, unsigned status, std::string_view code,
                   std::string_view field) {
    CAPTURE(response.body);
    CHECK(response.status == status);
    CHECK(response.header("content-type") == "application/problem+json");
    const auto body = json::parse(response.body);
    CHECK(body.at("code") == json::string_view(code));
    const auto* named = body.as_object().if_contains("field");
    CHECK((named ? std::string(named->as_string()) : std::string()) == field);
}

}  // namespace

TEST_SUITE_BEGIN("api");

TEST_CASE("an article that was posted is read, stands in a story and on its timeline") {
    test::live_service service;

    const auto posted = post(service.base(), article("https://post.example/a", mayor_text), {{"Prefer", "wait=30"}});

    CAPTURE(posted.body);
    REQUIRE(posted.status == 201);
    const auto id = text_of(json::parse(posted.body), "id");
    CHECK(posted.header("location") == "/v1/articles/" + id);
    const auto read = get(service.base(), "/v1/articles/" + id);
    CHECK(read.at("status") == "processed");
    CHECK(read.at("text") == json::string_view(mayor_text));
    REQUIRE(read.at("stories").as_array().size() == 1);
    const auto story = text_of(read.at("stories").at(0), "id");
    const auto timeline = get(service.base(), "/v1/stories/" + story + "/timeline");
    CHECK(timeline.at("story").at("id") == json::string_view(story));
    CHECK(get(service.base(), "/v1/stories").at("stories").as_array().size() == 1);
    for (const auto& event : timeline.at("events").as_array()) {
        const auto sources = get(service.base(), "/v1/events/" + text_of(event, "id") + "/sources");
        const auto& mention = sources.at("sources").at(0).at("mentions").at(0);
        const auto start = mention.at("position").at("start").to_number<std::size_t>();
        const auto end = mention.at("position").at("end").to_number<std::size_t>();
        CHECK(mention.at("quote").at("exact") == json::string_view(mayor_text.substr(start, end - start)));
    }
}

TEST_CASE("without a wish to wait the answer comes at once") {
    test::live_service service;

    const auto posted = post(service.base(), article("https://post.example/a", mayor_text));

    CHECK(posted.status == 202);
    CHECK(json::parse(posted.body).at("status") == "queued");
}

TEST_CASE("the same article again has the same id, another text makes a version") {
    test::live_service service;
    const auto wait = test::http_headers{{"Prefer", "wait=30"}};
    const auto first = json::parse(post(service.base(), article("https://post.example/a", mayor_text), wait).body);

    const auto again = post(service.base(), article("http://post.example:80/a?utm_source=x#top", mayor_text), wait);
    const std::string corrected = std::string(mayor_text) + " She thanked her staff.";
    const auto changed = post(service.base(), article("https://post.example/a", corrected), wait);

    CHECK(again.status == 200);
    CHECK(json::parse(again.body).at("id") == first.at("id"));
    CHECK(json::parse(again.body).at("version") == 1);
    CHECK(changed.status == 201);
    CHECK(json::parse(changed.body).at("id") == first.at("id"));
    CHECK(json::parse(changed.body).at("version") == 2);
    const auto path = "/v1/articles/" + text_of(first, "id");
    CHECK(get(service.base(), path).at("text") == json::string_view(corrected));
    CHECK(get(service.base(), path + "?version=1").at("text") == json::string_view(mayor_text));
    CHECK(test::fetch(service.base(), "GET", path + "?version=3").status == 404);
}

TEST_CASE("bad articles are refused by field and leave nothing behind") {
    test::live_service service;
    const std::string valid_head = R"({"url":"https://post.example/a","headline":"H","published_at":"2018-03-21",)";

    check_problem(post(service.base(), "not json"), 400, "invalid_json", "");
    check_problem(post(service.base(), ""), 400, "invalid_json", "");
    check_problem(post(service.base(), std::string(10'000, '[')), 400, "invalid_json", "");
    check_problem(post(service.base(), valid_head + R"("text":"   \n "})"), 400, "text_empty", "text");
    check_problem(post(service.base(), valid_head + R"("text":17})"), 400, "invalid_field", "text");
    check_problem(post(service.base(), valid_head + "\"text\":\"a\\u0000b\"}"), 400, "invalid_encoding", "text");
    check_problem(post(service.base(), article("https://post.example/a", mayor_text, "2018-02-30")), 400,
                  "invalid_field", "published_at");
    check_problem(post(service.base(), article("https://post.example/a", mayor_text, "2918-02-03")), 400,
                  "invalid_field", "published_at");
    check_problem(post(service.base(), std::string(9'000'000, 'x')), 413, "too_large", "");
    check_problem(test::fetch(service.base(), "POST", "/v1/articles", {{"Content-Type", "image/png"}}, "x"), 415,
                  "unsupported_media", "");
    check_problem(test::fetch(service.base(), "POST", "/v1/articles", {}, "{}"), 415, "unsupported_media", "");
    check_problem(post(service.base(), "{}", {{"Content-Encoding", "gzip"}}), 415, "unsupported_media", "");

    CHECK(get(service.base(), "/v1/stories").at("stories").as_array().empty());
}

TEST_CASE("a deleted article is gone, and with it what rested on it alone") {
    test::live_service service;
    const auto posted = post(service.base(), article("https://post.example/a", mayor_text), {{"Prefer", "wait=30"}});
    const auto path = "/v1/articles/" + text_of(json::parse(posted.body), "id");
    const auto story = text_of(get(service.base(), path).at("stories").at(0), "id");

    CHECK(test::fetch(service.base(), "DELETE", path).status == 204);

    check_problem(test::fetch(service.base(), "GET", path), 410, "gone", "");
    check_problem(test::fetch(service.base(), "DELETE", path), 410, "gone", "");
    unsigned status = 200;
    for (int count = 0; count < 100 && status == 200; ++count) {
        std::this_thread::sleep_for(50ms);
        status = test::fetch(service.base(), "GET", "/v1/stories/" + story + "/timeline").status;
    }
    CHECK(status == 410);
}

TEST_CASE("unknown things, parameters and cursors are refused") {
    test::live_service service;

    for (const auto* path : {"/v1/articles/a_0000000000000000", "/v1/stories/s_0000000000000000", "/v1/stories/x",
                             "/v1/stories/s_0000000000000000/timeline", "/v1/events/e_0000000000000000",
                             "/v1/events/e_0000000000000000/sources", "/v1/events/e_0000000000000000/why",
                             "/v1/stories/s_0000000000000000/revisions", "/v1/events/%27--"})
        check_problem(test::fetch(service.base(), "GET", path), 404, "not_found", "");
    check_problem(test::fetch(service.base(), "GET", "/v1/stories?colour=red"), 400, "invalid_field", "colour");
    check_problem(test::fetch(service.base(), "GET", "/v1/stories?limit=201"), 400, "invalid_field", "limit");
    check_problem(test::fetch(service.base(), "GET", "/v1/stories?from=yesterday"), 400, "invalid_field", "from");
    check_problem(test::fetch(service.base(), "GET", "/v1/stories?from=2018-05-02&to=2018-05-01"), 400, "invalid_field",
                  "to");
    check_problem(test::fetch(service.base(), "GET", "/v1/stories?cursor=AAAA"), 400, "bad_request", "cursor");
    const auto forged = throughline::http::encode_cursor("stories\n\n\n\n", "soon s_0000000000000000");
    check_problem(test::fetch(service.base(), "GET", "/v1/stories?cursor=" + forged), 400, "bad_request", "cursor");
    check_problem(test::fetch(service.base(), "GET", "/v1/stories/s_0000000000000000/timeline?format=xml"), 400,
                  "invalid_field", "format");
}

TEST_CASE("data that stands in a text keeps no article from being read") {
    test::live_service service;
    std::string key;
    for (std::uint32_t state = 1; key.size() < 3000;) {
        state = state * 1664525U + 1013904223U;
        key += static_cast<char>((key.size() % 3 == 0 ? 'A' : 'a') + (state >> 24U) % 26);
    }
    std::string names;
    for (std::size_t at = 0; at < key.size(); at += 6)
        names += ' ' + key.substr(at, 1) + "eter" + key.substr(at + 1, 2);
    for (const auto& data : {key, names}) {
        const auto text = std::string(mayor_text) + " " + data + " played.";
        const auto posted =
            post(service.base(), article("https://post.example/" + data.substr(1, 8), text), {{"Prefer", "wait=30"}});
        CHECK_MESSAGE(text_of(json::parse(posted.body), "status") == "processed", posted.body);
    }
}

TEST_CASE("every GET has an entity tag and answers 304 to it; gzip is the same body") {
    test::live_service service;
    const auto posted = post(service.base(), article("https://post.example/a", mayor_text), {{"Prefer", "wait=30"}});
    const auto id = text_of(json::parse(posted.body), "id");
    const auto story = text_of(get(service.base(), "/v1/articles/" + id).at("stories").at(0), "id");

    for (const std::string& path :
         {"/v1/articles/" + id, std::string("/v1/stories"), "/v1/stories/" + story,
          "/v1/stories/" + story + "/timeline", std::string("/healthz"), std::string("/openapi.json")}) {
        CAPTURE(path);
        const auto plain = test::fetch(service.base(), "GET", path);
        const auto etag = plain.header("etag");
        const auto known = test::fetch(service.base(), "GET", path, {{"If-None-Match", etag}});
        const auto packed = test::fetch(service.base(), "GET", path, {{"Accept-Encoding", "gzip"}});

        CHECK_FALSE(etag.empty());
        CHECK(known.status == 304);
        CHECK(known.body.empty());
        const bool zipped = packed.header("content-encoding") == "gzip";
        CHECK((zipped ? test::gunzip(packed.body) : packed.body) == plain.body);
        CHECK(zipped == (plain.body.size() >= 1024));
    }
}

TEST_CASE("a timeline that is kept in memory follows its story, also when another process changes it") {
    test::live_service service;
    test::live_service other({}, service.database_url());
    const auto wait = test::http_headers{{"Prefer", "wait=30"}};
    const auto posted = post(service.base(), article("https://post.example/a", mayor_text), wait);
    const auto id = text_of(json::parse(posted.body), "id");
    const auto story = text_of(get(service.base(), "/v1/articles/" + id).at("stories").at(0), "id");
    const auto timeline = "/v1/stories/" + story + "/timeline";
    const auto before = get(other.base(), timeline).at("story").at("revision");
    REQUIRE(get(other.base(), timeline).at("story").at("revision") == before);

    post(service.base(), article("https://post.example/a", std::string(mayor_text) + " Keller apologised on Thursday."),
         wait);

    const auto here = get(service.base(), timeline).at("story").at("revision");
    CHECK(here.to_number<int>() > before.to_number<int>());
    auto there = before;
    for (int count = 0; count < 60 && there == before; ++count) {
        there = get(other.base(), timeline).at("story").at("revision");
        std::this_thread::sleep_for(50ms);
    }
    CHECK(there == here);
}

TEST_CASE("with keys set, requests without one are refused") {
    throughline::config::settings settings;
    settings.api_keys = {"a-long-key"};
    test::live_service service(settings);

    check_problem(test::fetch(service.base(), "GET", "/v1/stories"), 401, "unauthorized", "");
    check_problem(test::fetch(service.base(), "GET", "/metrics"), 401, "unauthorized", "");
    CHECK(test::fetch(service.base(), "GET", "/v1/stories", {{"Authorization", "Bearer a-long-key"}}).status == 200);
    CHECK(test::fetch(service.base(), "GET", "/healthz").status == 200);
    CHECK(test::fetch(service.base(), "GET", "/readyz").status == 200);
    CHECK(test::fetch(service.base(), "GET", "/openapi.json").status == 200);
}

TEST_CASE("too many waiting articles are refused with 429 until they are read") {
    throughline::config::settings settings;
    settings.workers = 0;
    settings.max_backlog = 1;
    test::live_service service(settings);
    REQUIRE(post(service.base(), article("https://post.example/a", mayor_text)).status == 202);

    unsigned status = 202;
    for (int count = 0; count < 100 && status == 202; ++count) {
        std::this_thread::sleep_for(50ms);
        const auto answer = post(service.base(), article("https://post.example/a", mayor_text));
        status = answer.status;
        if (status == 429) CHECK_FALSE(answer.header("retry-after").empty());
    }
    CHECK(status == 429);
    CHECK(test::fetch(service.base(), "GET", "/v1/stories").status == 200);
}

TEST_CASE("a stop does not leave a waiting client without an answer") {
    throughline::config::settings settings;
    settings.workers = 0;
    test::live_service service(settings);
    test::http_connection connection(service.base());
    const auto body = article("https://post.example/a", mayor_text);
    connection.send(
        "POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nPrefer: wait=60\r\n"
        "Content-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
    std::this_thread::sleep_for(500ms);

    const auto begun = std::chrono::steady_clock::now();
    service.stop();

    const auto answered = connection.receive();
    REQUIRE(answered);
    CHECK(answered->status == 202);
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}

TEST_SUITE_END();
