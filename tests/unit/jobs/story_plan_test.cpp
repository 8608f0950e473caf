#include "jobs/story_plan.hpp"

#include <doctest/doctest.h>

using namespace throughline::jobs;

namespace {

story_group group(std::string key, std::vector<std::string> stories) {
    return {std::move(key), std::move(stories), true};
}

}  // namespace

TEST_SUITE_BEGIN("jobs/story_plan");

TEST_CASE("a story keeps its id when articles join it") {
    const auto plan = plan_stories({"s_1"}, {group("a", {"s_1", "s_1", ""})});

    CHECK(plan.ids == std::vector<std::string>{"s_1"});
    CHECK(plan.merged.empty());
    CHECK(plan.emptied.empty());
}

TEST_CASE("of joined stories the oldest survives, also when it is smaller") {
    const auto plan = plan_stories({"s_old", "s_new"}, {group("a", {"s_new", "s_new", "s_old"})});

    CHECK(plan.ids == std::vector<std::string>{"s_old"});
    REQUIRE(plan.merged.size() == 1);
    CHECK(plan.merged.front().gone == "s_new");
    CHECK(plan.merged.front().into == 0);
}

TEST_CASE("the largest part of a divided story keeps the id; equal parts go by key") {
    CHECK(plan_stories({"s_1"}, {group("a", {"s_1"}), group("b", {"s_1", "s_1"})}).ids ==
          std::vector<std::string>{"", "s_1"});
    CHECK(plan_stories({"s_1"}, {group("b", {"s_1"}), group("a", {"s_1"})}).ids == std::vector<std::string>{"", "s_1"});
}

TEST_CASE("a story whose largest part went to an older one keeps the next") {
    const auto plan = plan_stories({"s_1", "s_2"}, {group("a", {"s_1", "s_1", "s_2", "s_2"}), group("b", {"s_2"})});

    CHECK(plan.ids == std::vector<std::string>{"s_1", "s_2"});
    CHECK(plan.merged.empty());
}

TEST_CASE("a story that has nothing to tell any more is emptied") {
    auto silent = group("a", {"s_1", ""});
    silent.wanted = false;

    const auto plan = plan_stories({"s_1"}, {silent});

    CHECK(plan.ids == std::vector<std::string>{""});
    CHECK(plan.emptied == std::vector<std::string>{"s_1"});
}

TEST_SUITE_END();
