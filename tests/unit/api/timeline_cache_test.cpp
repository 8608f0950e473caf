#include "api/timeline_cache.hpp"

#include <doctest/doctest.h>

namespace api = throughline::api;
namespace http = throughline::http;

namespace {

api::cached_timeline timeline(std::string story, std::int64_t revision, std::size_t bytes = 10) {
    api::cached_timeline made;
    made.story_id = std::move(story);
    made.revision = revision;
    made.body = http::make_prebuilt(std::string(bytes, 'x'));
    return made;
}

}  // namespace

TEST_CASE("a kept timeline is found until its story changes") {
    api::timeline_cache cache(1'000'000);
    cache.keep("/s1", timeline("s1", 3), cache.now());
    cache.keep("/s1?max=5", timeline("s1", 3), cache.now());
    cache.keep("/s2", timeline("s2", 1), cache.now());

    cache.changed("s1", 4);

    CHECK_FALSE(cache.find("/s1"));
    CHECK_FALSE(cache.find("/s1?max=5"));
    CHECK(cache.find("/s2"));
}

TEST_CASE("a change that the timeline has seen already leaves it in place") {
    api::timeline_cache cache(1'000'000);
    cache.keep("/s1", timeline("s1", 4), cache.now());

    cache.changed("s1", 4);

    CHECK(cache.find("/s1"));
}

TEST_CASE("a timeline read before a change of its story is not kept") {
    api::timeline_cache cache(1'000'000);
    const auto read_at = cache.now();

    cache.changed("s1", 4);
    cache.keep("/s1", timeline("s1", 3), read_at);
    cache.keep("/s2", timeline("s2", 3), read_at);

    CHECK_FALSE(cache.find("/s1"));
    CHECK(cache.find("/s2"));
}

TEST_CASE("a reading older than the remembered changes is not kept") {
    api::timeline_cache cache(1'000'000);
    const auto read_at = cache.now();
    for (int count = 0; count < 1000; ++count) cache.changed("other", count);

    cache.keep("/s1", timeline("s1", 3), read_at);

    CHECK_FALSE(cache.find("/s1"));
}

TEST_CASE("clearing forgets everything, also what is being read") {
    api::timeline_cache cache(1'000'000);
    cache.keep("/s1", timeline("s1", 3), cache.now());
    const auto read_at = cache.now();

    cache.clear();
    cache.keep("/s2", timeline("s2", 3), read_at);

    CHECK_FALSE(cache.find("/s1"));
    CHECK_FALSE(cache.find("/s2"));
    CHECK(cache.bytes() == 0);
}

TEST_CASE("the least recently used timelines make room") {
    api::timeline_cache cache(30'000);
    for (const auto* target : {"/a", "/b", "/c"}) cache.keep(target, timeline(target, 1, 8'000), cache.now());
    REQUIRE(cache.find("/a"));

    cache.keep("/d", timeline("/d", 1, 8'000), cache.now());

    CHECK(cache.find("/a"));
    CHECK_FALSE(cache.find("/b"));
    CHECK(cache.find("/d"));
    CHECK(cache.bytes() <= 30'000);
}

TEST_CASE("a timeline larger than the cache is not kept and pushes nothing out for good") {
    api::timeline_cache cache(5'000);
    cache.keep("/huge", timeline("s1", 1, 8'000), cache.now());
    cache.keep("/small", timeline("s2", 1), cache.now());

    CHECK_FALSE(cache.find("/huge"));
    CHECK(cache.find("/small"));
}

TEST_CASE("keeping a target again replaces it") {
    api::timeline_cache cache(1'000'000);
    cache.keep("/s1", timeline("s1", 3), cache.now());
    const auto bytes = cache.bytes();

    cache.keep("/s1", timeline("s1", 4), cache.now());

    CHECK(cache.find("/s1")->revision == 4);
    CHECK(cache.bytes() == bytes);
}
