// What a process keeps of forming stories holds only where no turn was taken in between.
#include "jobs/formation_memory.hpp"

#include <doctest/doctest.h>

namespace jobs = throughline::jobs;

namespace {

jobs::formation_state linked(jobs::formation_memory& memory, std::int64_t turn) {
    auto state = memory.take(turn);
    state.links.load({{"a", "b"}, {{0, 1, .5}}});
    state.profiles.insert_or_assign(
        "a", jobs::known_profile{"1", throughline::linking::compared_profile(
                                          throughline::linking::article_profile{.key = "a", .terms = {{"w:a", 1}}})});
    return state;
}

bool knows_links(const jobs::formation_state& state) { return state.links.reach({"a"}).has_value(); }

}  // namespace

TEST_SUITE_BEGIN("jobs/formation_memory");

TEST_CASE("links are known in the next turn, profiles in any later one") {
    for (const std::int64_t next : {4, 5, 6}) {
        CAPTURE(next);
        jobs::formation_memory memory(10, 10);
        memory.keep(linked(memory, 4));

        const auto state = memory.take(next);

        CHECK(knows_links(state) == (next == 5));
        CHECK(state.profiles.contains("a"));
        CHECK(state.turn == next);
    }
}

TEST_CASE("links of a turn that failed are forgotten, since another process may have taken it") {
    jobs::formation_memory memory(10, 10);
    memory.keep(linked(memory, 4));

    memory.forget(4);

    const auto state = memory.take(5);
    CHECK_FALSE(knows_links(state));
    CHECK(state.profiles.contains("a"));
}

TEST_CASE("a failed turn leaves the links of a later one") {
    jobs::formation_memory memory(10, 10);
    memory.keep(linked(memory, 5));

    memory.forget(4);

    CHECK(knows_links(memory.take(6)));
}

TEST_CASE("what is too large is not kept") {
    jobs::formation_memory memory(0, 2);
    memory.keep(linked(memory, 4));

    const auto state = memory.take(5);

    CHECK_FALSE(knows_links(state));
    CHECK(state.profiles.empty());
}

TEST_SUITE_END();
