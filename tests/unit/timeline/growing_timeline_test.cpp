// A timeline that grows article by article beside the same put together at once.
#include "support/story_records.hpp"
#include "timeline/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

using namespace throughline;

namespace {

/// The story's articles in some order, their matter narrowed so that events have many mentions and weights move.
std::vector<article_record> shuffled_story(std::size_t articles, unsigned seed) {
    auto story = test::random_story(articles, seed);
    std::mt19937 random(seed);
    for (auto& article : story) {
        article.mentions.resize(3 + random() % 10);
        for (auto& mention : article.mentions) {
            std::erase_if(mention.links,
                          [&](const mention_link& link) { return link.target >= article.mentions.size(); });
            if (random() % 3 == 0) mention.said = "what was said " + std::to_string(random() % 5) + " times over";
            if (random() % 4 == 0) mention.participants.front() = test::person("Lopez");
        }
    }
    std::shuffle(story.begin(), story.end(), random);
    return story;
}

/// Grows by one to `batch` articles at a time.
void check_growth(const std::vector<article_record>& story, std::size_t batch, unsigned seed) {
    std::mt19937 random(seed);
    timeline::growing_timeline growing;
    std::vector<article_record> known;
    while (known.size() < story.size()) {
        const auto more = std::min(story.size() - known.size(), 1 + random() % batch);
        for (std::size_t i = 0; i < more; ++i) known.push_back(story[known.size()]);
        // Copies of mentions stay where they are when the list moves.
        const auto& grown = growing.grow(known);
        const auto whole = timeline::assemble(known);
        REQUIRE(grown.events.size() == whole.events.size());
        for (std::size_t i = 0; i < whole.events.size(); ++i) REQUIRE(grown.events[i] == whole.events[i]);
        REQUIRE(grown.title == whole.title);
    }
}

}  // namespace

TEST_SUITE("growing timeline") {
    TEST_CASE("a timeline grown article by article is the one of all articles") {
        for (unsigned seed = 1; seed <= 3; ++seed) check_growth(shuffled_story(30, seed), 1, seed);
    }

    TEST_CASE("a timeline grown in batches is the one of all articles") {
        for (unsigned seed = 4; seed <= 6; ++seed) check_growth(shuffled_story(40, seed), 8, seed);
    }

    TEST_CASE("a timeline that outgrows its cells is the one of all articles") {
        check_growth(shuffled_story(90, 8), 12, 8);
    }

    TEST_CASE("a timeline whose days outgrow their cells is the one of all articles") {
        auto story = shuffled_story(80, 9);
        for (std::size_t i = 0; i < story.size(); ++i)
            story[i].published = *parse_day("2018-03-20") + std::chrono::days(i % 8 == 0 ? 1 : 0);
        check_growth(story, 30, 9);
    }

    TEST_CASE("an origin found to be another's changes the events of its article alone") {
        auto story = shuffled_story(12, 7);
        timeline::growing_timeline growing;
        growing.grow(story);
        story[3].origin = story[5].key;

        const auto& grown = growing.grow(story);

        CHECK(grown == timeline::assemble(story));
        for (std::size_t i = 0; i < grown.events.size(); ++i) {
            const auto& mentions = grown.events[i].mentions;
            const bool told_there =
                std::any_of(mentions.begin(), mentions.end(), [](const auto& ref) { return ref.article == 3; });
            CHECK(growing.changed()[i] == told_there);
        }
    }
}
