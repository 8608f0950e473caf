// The stories that a process keeps: those used last, within a limit.
#include "jobs/story_memory.hpp"

#include <doctest/doctest.h>

namespace jobs = throughline::jobs;

namespace {

jobs::story_state records(const std::string& article, std::size_t mentions) {
    jobs::story_state state;
    state.records.sources.push_back({article, 1, "1"});
    state.records.records.emplace_back().mentions.resize(mentions);
    return state;
}

}  // namespace

TEST_SUITE_BEGIN("jobs/story_memory");

TEST_CASE("a story's records are taken out once") {
    jobs::story_memory memory(10);
    memory.keep("s_1", records("a_1", 4));

    CHECK(memory.take("s_1").records.sources.at(0).article_id == "a_1");
    CHECK(memory.take("s_1").records.sources.empty());
}

TEST_CASE("the story used longest ago is forgotten when there is no room") {
    jobs::story_memory memory(10);
    memory.keep("s_1", records("a_1", 4));
    memory.keep("s_2", records("a_2", 4));
    memory.keep("s_1", memory.take("s_1"));
    memory.keep("s_3", records("a_3", 4));

    CHECK(memory.take("s_2").records.sources.empty());
    CHECK(memory.take("s_1").records.sources.size() == 1);
    CHECK(memory.take("s_3").records.sources.size() == 1);
}

TEST_CASE("a story larger than all room is not kept and pushes nobody out") {
    jobs::story_memory memory(10);
    memory.keep("s_1", records("a_1", 4));
    memory.keep("s_2", records("a_2", 11));

    CHECK(memory.take("s_2").records.sources.empty());
    CHECK(memory.take("s_1").records.sources.size() == 1);
}

TEST_CASE("keeping a story again replaces what was kept of it") {
    jobs::story_memory memory(10);
    memory.keep("s_1", records("a_1", 8));
    memory.keep("s_1", records("a_2", 9));

    CHECK(memory.take("s_1").records.sources.at(0).article_id == "a_2");
}

TEST_SUITE_END();
