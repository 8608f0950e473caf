#include "http/cursor.hpp"

#include <doctest/doctest.h>

namespace http = throughline::http;

TEST_CASE("a cursor gives its position back to its own list") {
    for (const std::string position : {"", "a", "ab", "abc", "2018-03-20|s_17"}) {
        const auto cursor = http::encode_cursor("stories", position);

        const auto read = http::decode_cursor("stories", cursor);

        REQUIRE(read);
        CHECK(*read == position);
    }
}

TEST_CASE("a cursor of another list, a changed one and a cut one are refused") {
    const auto cursor = http::encode_cursor("stories", "position");
    auto changed = cursor;
    changed[7] = changed[7] == 'A' ? 'B' : 'A';

    CHECK_FALSE(http::decode_cursor("timeline", cursor));
    CHECK_FALSE(http::decode_cursor("stories", changed));
    CHECK_FALSE(http::decode_cursor("stories", cursor.substr(0, cursor.size() - 1)));
    CHECK_FALSE(http::decode_cursor("stories", ""));
    CHECK_FALSE(http::decode_cursor("stories", "not a cursor!"));
    CHECK_FALSE(http::decode_cursor("stories", std::string(100'000, 'A')));
    CHECK(http::decode_cursor("stories", "x").failure().field == "cursor");
}
