#include "timeline/identity.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace throughline::timeline;

namespace {

mention_identity mention(const char* article, std::uint32_t begin) { return {article, begin, begin + 4}; }

}  // namespace

TEST_SUITE("identity") {
    TEST_CASE("an event keeps its id when articles are added to it") {
        const std::vector<stored_event> stored{{"e1", {mention("a", 0)}}, {"e2", {mention("a", 10)}}};
        const std::vector<assembled_event> assembled{
            {{mention("a", 10), mention("b", 3)}}, {{mention("a", 0)}}, {{mention("b", 50)}}};

        const auto assignment = assign_identities(stored, assembled);

        CHECK(assignment.ids == std::vector<std::optional<std::string>>{"e2", "e1", std::nullopt});
        CHECK(assignment.replaced.empty());
        CHECK(assignment.removed.empty());
    }

    TEST_CASE("of two events that became one the id with more mentions stays and the other leads to it") {
        const std::vector<stored_event> stored{{"e1", {mention("a", 0)}}, {"e2", {mention("b", 0), mention("c", 0)}}};
        const std::vector<assembled_event> assembled{{{mention("a", 0), mention("b", 0), mention("c", 0)}}};

        const auto assignment = assign_identities(stored, assembled);

        CHECK(assignment.ids.at(0) == "e2");
        CHECK(assignment.replaced == std::vector<replacement>{{"e1", 0}});
    }

    TEST_CASE("of an event that fell apart the larger part keeps the id") {
        const std::vector<stored_event> stored{{"e1", {mention("a", 0), mention("b", 0), mention("c", 0)}}};
        const std::vector<assembled_event> assembled{{{mention("a", 0)}}, {{mention("b", 0), mention("c", 0)}}};

        const auto assignment = assign_identities(stored, assembled);

        CHECK(assignment.ids == std::vector<std::optional<std::string>>{std::nullopt, "e1"});
    }

    TEST_CASE("an event none of whose mentions is left is removed") {
        const std::vector<stored_event> stored{{"e1", {mention("a", 0)}}};

        const auto assignment = assign_identities(stored, {});

        CHECK(assignment.removed == std::vector<std::string>{"e1"});
    }

    TEST_CASE("the order of the stored events does not matter") {
        std::vector<stored_event> stored{{"e1", {mention("a", 0), mention("a", 20)}},
                                         {"e2", {mention("a", 10), mention("b", 20)}},
                                         {"e3", {mention("b", 30)}}};
        const std::vector<assembled_event> assembled{{{mention("a", 0), mention("a", 10)}},
                                                     {{mention("a", 20), mention("b", 20), mention("b", 30)}}};

        const auto expected = assign_identities(stored, assembled);
        std::reverse(stored.begin(), stored.end());

        CHECK(assign_identities(stored, assembled) == expected);
        CHECK(expected.ids[0] != expected.ids[1]);
    }
}
