#include "linking/word_relations.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline::linking;

namespace {

template <class Set>
bool meet(const Set& left, const Set& right) {
    return std::any_of(left.begin(), left.end(),
                       [&](const auto& each) { return std::find(right.begin(), right.end(), each) != right.end(); });
}

}  // namespace

TEST_SUITE("word_relations") {
    TEST_CASE("a noun and the verb it is derived from are of one origin") {
        CHECK(meet(relations_of("acquisition").roots, relations_of("acquire").roots));
        CHECK(meet(relations_of("death").roots, relations_of("die").roots));
        CHECK_FALSE(meet(relations_of("death").roots, relations_of("acquire").roots));
    }

    TEST_CASE("synonyms share a set") {
        CHECK(meet(relations_of("buy").synonyms, relations_of("purchase").synonyms));
        CHECK_FALSE(meet(relations_of("buy").synonyms, relations_of("arrest").synonyms));
    }

    TEST_CASE("a word outside the table is its own origin and has no synonyms") {
        const auto unknown = relations_of("zyxwv");

        CHECK(unknown.roots == std::vector<std::string_view>{"zyxwv"});
        CHECK(unknown.synonyms.empty());
    }
}
