#include "timeline/noise.hpp"
#include "support/story_records.hpp"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::timeline;
using test::add_mention;
using test::person;

namespace {

/// One arrest, told once by each of some articles of origins of their own.
struct arrest {
    explicit arrest(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            articles.push_back(test::article(std::string(1, static_cast<char>('a' + i)), "2018-03-21"));
            tell(i);
        }
        event.type = "arrest";
        event.title = "Eli Haas is arrested in Leeds";
        event.participants = {person("Eli Haas")};
        event.source_count = event.origin_count = static_cast<std::uint32_t>(count);
    }

    void tell(std::size_t article) {
        add_mention(articles[article], "arrest", "arrest", "", {person("Eli Haas")}).title =
            "Eli Haas is arrested in Leeds";
        const auto mention = static_cast<std::uint32_t>(articles[article].mentions.size() - 1);
        event.mentions.push_back({static_cast<std::uint32_t>(article), mention});
    }

    record_mention& mention(std::size_t article, std::size_t number = 0) { return articles[article].mentions[number]; }

    bool is_told() const { return worth_telling(event, {articles, event.mentions}); }

    std::vector<article_record> articles;
    timeline_event event;
};

}  // namespace

TEST_SUITE("noise") {
    TEST_CASE("what two origins tell is an entry only under a title that stands alone, what three tell under any") {
        arrest by_two(2), by_three(3);
        CHECK(by_two.is_told());

        by_two.event.title = by_three.event.title = "Arrest in the town\u2026";
        CHECK_FALSE(by_two.is_told());
        CHECK(by_three.is_told());
    }

    TEST_CASE("what two origins tell in passing is no entry, nor what the first so tells without a date") {
        arrest by_two(2);
        by_two.mention(0).background = true;
        CHECK_FALSE(by_two.is_told());
        by_two.event.time.basis = time_basis::expression;
        CHECK(by_two.is_told());

        by_two.mention(1).background = true;
        CHECK_FALSE(by_two.is_told());
    }

    TEST_CASE("what an article tells in passing first makes no entry, whatever follows") {
        arrest by_one(1);
        by_one.tell(0);
        CHECK(by_one.is_told());

        by_one.mention(0).background = true;
        by_one.event.time.basis = time_basis::expression;
        CHECK_FALSE(by_one.is_told());
    }

    TEST_CASE("many passages of one article are more than one event, of a deed sooner than of what was said") {
        arrest by_one(1);
        by_one.tell(0);
        CHECK(by_one.is_told());

        by_one.tell(0);
        CHECK_FALSE(by_one.is_told());
        by_one.mention(0, 1).title = "Eli Haas says \u201cThe bridge has fallen into the river\u201d";
        CHECK(by_one.is_told());

        by_one.tell(0);
        CHECK_FALSE(by_one.is_told());
    }
}
