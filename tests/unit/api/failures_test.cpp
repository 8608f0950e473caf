#include "api/failures.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

namespace api = throughline::api;
namespace http = throughline::http;
namespace tl = throughline;

TEST_CASE("what was merged away is found under its successor, with path and query kept") {
    http::request asked;
    asked.route = "/v1/stories/{id}/timeline";
    asked.target = "/v1/stories/s_old/timeline?max=10&type=call";

    const auto made = api::moved(asked, "s_new");

    CHECK(made.status == 308);
    CHECK(made.body == R"({"replaced_by":"s_new"})");
    REQUIRE(made.headers.size() == 1);
    CHECK(made.headers[0].second == "/v1/stories/s_new/timeline?max=10&type=call");
}

TEST_CASE("the revision of a story that was merged away means nothing in its successor") {
    http::request asked;
    asked.route = "/v1/stories/{id}/timeline";
    asked.target = "/v1/stories/s_old/timeline?as_of=3&type=call&since=2&cursor=abc";
    const auto kept = api::moved(asked, "s_new");
    asked.target = "/v1/stories/s_old/timeline?as_of=3";
    const auto bare = api::moved(asked, "s_new");

    CHECK(kept.headers[0].second == "/v1/stories/s_new/timeline?type=call");
    CHECK(bare.headers[0].second == "/v1/stories/s_new/timeline");
}

TEST_CASE("what the database says is never shown") {
    for (const auto code : {tl::errc::internal, tl::errc::unavailable, tl::errc::timeout, tl::errc::overloaded}) {
        const auto made = api::failed(http::request{}, {code, "relation \"secrets\" does not exist", "column"});

        CHECK(made.body.find("secrets") == std::string::npos);
        CHECK(made.body.find("column") == std::string::npos);
    }
    CHECK(api::failed(http::request{}, {tl::errc::gone, "Deleted.", ""}).body.find("Deleted.") != std::string::npos);
}
