#include "http/router.hpp"

#include <doctest/doctest.h>

namespace http = throughline::http;

namespace {

http::router sample() {
    const http::handler nothing;
    http::router routes;
    routes.add(http::method::get, "/v1/stories", nothing);
    routes.add(http::method::get, "/v1/stories/{id}", nothing);
    routes.add(http::method::delete_, "/v1/stories/{id}", nothing);
    routes.add(http::method::get, "/v1/stories/{id}/timeline", nothing);
    return routes;
}

http::route_match find(http::method verb, std::vector<std::string> segments) {
    static const auto routes = sample();
    return routes.find(verb, segments);
}

}  // namespace

TEST_CASE("a path finds its template and its values") {
    const auto match = find(http::method::get, {"v1", "stories", "s 1", "timeline"});

    REQUIRE(match.found);
    CHECK(match.found->path == "/v1/stories/{id}/timeline");
    REQUIRE(match.values.size() == 1);
    CHECK(match.values[0].name == "id");
    CHECK(match.values[0].value == "s 1");
}

TEST_CASE("an unknown path and a wrong method are told apart") {
    const auto unknown = find(http::method::get, {"v1", "storeys"});
    const auto wrong_method = find(http::method::post, {"v1", "stories", "x"});

    CHECK_FALSE(unknown.found);
    CHECK(unknown.allow.empty());
    CHECK_FALSE(wrong_method.found);
    CHECK(wrong_method.allow == "GET, HEAD, DELETE, OPTIONS");
}

TEST_CASE("HEAD finds what GET finds") { CHECK(find(http::method::head, {"v1", "stories"}).found); }

TEST_CASE("a name in a template stands for one segment that is not empty") {
    CHECK_FALSE(find(http::method::get, {"v1", "stories", ""}).found);
    CHECK_FALSE(find(http::method::get, {"v1", "stories", "a", "b"}).found);
    CHECK_FALSE(find(http::method::get, {}).found);
}
