#include "api/keys.hpp"

#include <doctest/doctest.h>

namespace api = throughline::api;
namespace http = throughline::http;

TEST_CASE("one of the keys opens the API, nothing else does") {
    const std::vector<std::string> keys{"first-key", "second-key"};
    const auto opens = [&](std::string_view value) {
        http::request asked;
        asked.headers.push_back({"authorization", value});
        return !api::check_key(asked, keys);
    };

    CHECK(opens("Bearer first-key"));
    CHECK(opens("bearer second-key"));
    for (const auto* wrong :
         {"", "Bearer", "Bearer ", "Bearer first-ke", "Bearer first-keyy", "Basic first-key", "first-key"})
        CHECK_FALSE_MESSAGE(opens(wrong), wrong);
    CHECK(api::check_key(http::request{}, keys)->code == throughline::errc::unauthorized);
}
