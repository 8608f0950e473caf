#include "http/request_ids.hpp"

#include <doctest/doctest.h>

#include <set>

namespace http = throughline::http;

TEST_CASE("a sane request id is kept, any other replaced") {
    http::request_ids ids;

    CHECK(ids.choose("client-id_1.2") == "client-id_1.2");
    for (const auto* bad : {"", "a b", "a\"b", "a\nb"}) CHECK(ids.choose(bad).size() == 16);
    CHECK(ids.choose(std::string(65, 'x')).size() == 16);
}

TEST_CASE("request ids do not repeat") {
    http::request_ids ids;
    std::set<std::string> seen;
    for (int count = 0; count < 10'000; ++count) seen.insert(ids.choose(std::nullopt));

    CHECK(seen.size() == 10'000);
}
