// Holds routes, live responses and error codes to schema/openapi.yaml.
#include "api/application.hpp"
#include "core/error.hpp"
#include "exports/format.hpp"
#include "resources/resources.hpp"
#include "support/http_client.hpp"
#include "support/json_schema.hpp"
#include "support/live_service.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace api = throughline::api;
namespace http = throughline::http;
namespace json = boost::json;
namespace test = throughline::test;

namespace {

const json::value& contract() {
    static const json::value read = json::parse(throughline::resources::get("schema/openapi.json"));
    return read;
}

/// The object behind "$ref", or the object itself.
const json::value& resolved(const json::value& value) {
    const auto* reference = value.as_object().if_contains("$ref");
    return reference ? contract().at_pointer(std::string(reference->as_string()).substr(1)) : value;
}

/// The response must be documented for the operation, and its body fit the documented schema.
void check_documented(const std::string& path, const std::string& method, const test::http_response& response) {
    CAPTURE(path);
    CAPTURE(method);
    CAPTURE(response.status);
    CAPTURE(response.body.substr(0, 600));
    const auto& responses = contract().at("paths").at(path).at(method).at("responses").as_object();
    const auto* found = responses.if_contains(std::to_string(response.status));
    REQUIRE(found);
    const auto& documented = resolved(*found).as_object();
    if (const auto* headers = documented.if_contains("headers"))
        for (const auto& [name, header] : headers->as_object()) {
            std::string lower(name);
            std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
            CHECK_MESSAGE(response.headers.contains(lower), lower);
        }
    const auto* content = documented.if_contains("content");
    CHECK(response.body.empty() == (content == nullptr));
    if (!content) return;
    const auto type = response.header("content-type");
    const auto* media = content->as_object().if_contains(type.substr(0, type.find(';')));
    REQUIRE_MESSAGE(media, type);
    if (!type.ends_with("json")) return;
    for (const auto& finding : test::schema_findings(json::parse(response.body), media->at("schema"), contract()))
        CHECK_MESSAGE(false, finding);
}

std::string with_id(std::string path, const std::string& id) { return path.replace(path.find("{id}"), 4, id); }

}  // namespace

TEST_SUITE_BEGIN("api");

TEST_CASE("the contract names every route, and every route is in the contract") {
    boost::asio::io_context io;
    throughline::storage::db_executor database{throughline::storage::executor_options{}};
    throughline::jobs::article_watch watch(io.get_executor(), database);
    api::compute_pool compute(1, 1);
    api::timeline_cache timelines(0);
    api::story_listeners listeners(io.get_executor(), database, {});
    api::services with{database, watch, compute, timelines, listeners};
    const auto app = api::make_application(with);
    std::set<std::string> routes;
    for (const auto& route : app.routes.routes()) routes.insert(std::string(http::name(route.verb)) + ' ' + route.path);

    std::set<std::string> documented;
    for (const auto& [path, operations] : contract().at("paths").as_object())
        for (const auto& [method, operation] : operations.as_object()) {
            std::string verb(method);
            std::transform(verb.begin(), verb.end(), verb.begin(), [](unsigned char c) { return std::toupper(c); });
            if (verb != "PARAMETERS") documented.insert(verb + ' ' + std::string(path));
        }

    CHECK(routes == documented);
}

TEST_CASE("the documented error codes are those of the service") {
    const auto& listed = contract().at_pointer("/components/schemas/Problem/properties/code/enum").as_array();
    std::set<std::string> documented;
    for (const auto& code : listed) documented.insert(std::string(code.as_string()));
    std::set<std::string> known;
    for (int code = 0; code <= static_cast<int>(throughline::errc::internal); ++code)
        known.insert(std::string(throughline::name(static_cast<throughline::errc>(code))));

    CHECK(documented == known);
}

TEST_CASE("live responses fit the contract") {
    test::live_service service;
    const auto& base = service.base();
    const test::http_headers headers{{"Content-Type", "application/json"}, {"Prefer", "wait=30"}};
    const auto post = [&](const std::string& body) {
        auto response = test::fetch(base, "POST", "/v1/articles", headers, body);
        check_documented("/v1/articles", "post", response);
        return response;
    };
    const auto get = [&](const std::string& path, const std::string& target) {
        auto response = test::fetch(base, "GET", target);
        check_documented(path, "get", response);
        return response;
    };
    const std::string first_body =
        R"({"url":"https://post.example/a","headline":"Mayor of Eastport resigns","publisher":"The Post",)"
        R"("published_at":"2018-03-21","authors":["A. Writer"],"text":"The mayor of Eastport, Anna Keller, resigned on )"
        R"(Tuesday after weeks of protest. Police arrested two council members on Monday."})";
    const std::string second_body =
        R"({"url":"https://echo.example/b","headline":"Eastport mayor Anna Keller resigns","publisher":"The Echo",)"
        R"("published_at":"2018-03-22","text":"Anna Keller resigned as mayor of Eastport on Tuesday. She said on )"
        R"(Wednesday that she would leave the city. Police arrested two council members in Eastport on Monday."})";

    const auto first = json::parse(post(first_body).body);
    post(first_body);
    post(second_body);
    post("[]");
    const std::string article(first.at("id").as_string());
    const auto read = json::parse(get("/v1/articles/{id}", "/v1/articles/" + article).body);
    const std::string story(read.at("stories").at(0).at("id").as_string());
    get("/v1/articles/{id}/mentions", "/v1/articles/" + article + "/mentions");
    get("/v1/stories", "/v1/stories?q=Keller&limit=1");
    get("/v1/stories", "/v1/stories?activity=20");
    get("/v1/stories/{id}", "/v1/stories/" + story);
    get("/v1/stories/{id}/revisions", "/v1/stories/" + story + "/revisions?limit=1");
    const auto timeline = json::parse(get("/v1/stories/{id}/timeline", "/v1/stories/" + story + "/timeline").body);
    for (const auto& format : throughline::exports::formats())
        get("/v1/stories/{id}/timeline", "/v1/stories/" + story + "/timeline?format=" + std::string(format.name));
    check_documented("/v1/stories/{id}/timeline", "get",
                     test::fetch(base, "GET", "/v1/stories/" + story + "/timeline", {{"Accept", "image/png"}}));
    for (const auto& listed : timeline.at("events").as_array()) {
        const std::string event(listed.at("id").as_string());
        for (const std::string path : {"/v1/events/{id}", "/v1/events/{id}/sources", "/v1/events/{id}/why"})
            get(path, with_id(path, event));
    }
    for (const auto* path : {"/healthz", "/readyz", "/metrics", "/openapi.json", "/", "/add", "/docs"}) get(path, path);
    for (const std::string path :
         {"/v1/articles/{id}", "/v1/articles/{id}/mentions", "/v1/stories/{id}", "/v1/stories/{id}/timeline",
          "/v1/stories/{id}/revisions", "/v1/events/{id}", "/v1/events/{id}/sources", "/v1/events/{id}/why"}) {
        get(path, with_id(path, "unknown"));
        get(path, with_id(path, "unknown") + "?colour=red");
    }
    const auto removed = test::fetch(base, "DELETE", "/v1/articles/" + article);
    check_documented("/v1/articles/{id}", "delete", removed);
    get("/v1/articles/{id}", "/v1/articles/" + article);
}

TEST_SUITE_END();
