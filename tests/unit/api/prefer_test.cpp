#include "api/prefer.hpp"

#include <doctest/doctest.h>

namespace api = throughline::api;
using namespace std::chrono_literals;

TEST_CASE("the time to wait is read from Prefer") {
    CHECK(api::preferred_wait("wait=30") == 30s);
    CHECK(api::preferred_wait("respond-async, Wait=\"5\"") == 5s);
    CHECK(api::preferred_wait("wait=0") == 0s);
    CHECK(api::preferred_wait("wait=100000") == api::longest_wait);
    CHECK(api::preferred_wait("handling=lenient; foo=bar, wait = 7") == 7s);
}

TEST_CASE("what cannot be read is no preference") {
    for (const auto* value : {"", "wait", "wait=", "wait=soon", "wait=-1", "=5", ",,;;", "waiting=5"})
        CHECK_MESSAGE(!api::preferred_wait(value), value);
}
