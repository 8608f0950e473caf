#include "linking/coreference.hpp"
#include "linking/coreference_model.hpp"
#include "linking/pair_features.hpp"
#include "support/story_records.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::linking;
using test::add_mention;
using test::person;

namespace {

/// Two articles, with mentions of other matters around those that a test adds.
std::vector<article_record> two_articles() {
    std::vector<article_record> articles{test::article("a", "2018-03-21"), test::article("b", "2018-03-21")};
    add_mention(articles[0], "vote", "vote", "2018-03-01", {}, {"parliament", "budget"});
    add_mention(articles[0], "other", "sell", "", {}, {"market", "wheat", "price"});
    add_mention(articles[1], "lawsuit", "sue", "2018-02-01", {person("Ana Lopez")}, {"court", "patent"});
    add_mention(articles[1], "other", "play", "", {}, {"orchestra", "hall"});
    return articles;
}

bool together(const std::vector<mention_cluster>& events, mention_ref one, mention_ref other) {
    return std::any_of(events.begin(), events.end(), [&](const mention_cluster& event) {
        const auto holds = [&](mention_ref ref) {
            return std::find(event.mentions.begin(), event.mentions.end(), ref) != event.mentions.end();
        };
        return holds(one) && holds(other);
    });
}

/// What two of the articles' mentions, in the order in which the articles tell them, have in common.
feature_values features_of(std::span<const article_record> articles, std::size_t one, std::size_t other) {
    growing_mentions known;
    known.grow(articles);
    return compare(known.story().mentions[one], known.story().mentions[other], known.story());
}

}  // namespace

TEST_SUITE("coreference") {
    TEST_CASE("mentions outside every type are one event when a verb and its noun tell of the same matter") {
        auto articles = two_articles();
        add_mention(articles[0], "other", "erupt", "", {}, {"volcano", "ash", "village"});
        add_mention(articles[1], "other", "eruption", "", {}, {"volcano", "ash", "airport"});

        const auto events = resolve(articles);

        CHECK(together(events, {0, 2}, {1, 2}));
        CHECK_FALSE(together(events, {0, 1}, {1, 1}));
    }

    TEST_CASE("a mention without a type joins one with a type that uses its word of the same matter") {
        auto articles = two_articles();
        add_mention(articles[0], "attack", "bomb", "", {}, {"market", "car", "village"});
        add_mention(articles[1], "other", "bomb", "", {}, {"market", "car", "square"});

        CHECK(together(resolve(articles), {0, 2}, {1, 2}));
    }

    TEST_CASE("that two types merely share a group speaks against one event, but not of two speech acts") {
        const auto odds = [](const char* one, const char* other) {
            auto articles = two_articles();
            add_mention(articles[0], one, "do", "", {person("Ben Ito")}, {"garden"});
            add_mention(articles[1], other, "act", "", {person("Ben Ito")}, {"quarry"});
            return log_odds(features_of(articles, 2, 5));
        };

        CHECK(odds("agreement", "visit") < odds("statement", "denial"));
    }

    TEST_CASE("a word that tells of a type's event in one passage alone speaks against one event of strangers") {
        const auto strangeness = [](const char* other_lemma) {
            auto articles = two_articles();
            add_mention(articles[0], "release", "send", "", {person("Ben Ito")}, {"garden"});
            add_mention(articles[1], "other", other_lemma, "", {person("Cai Okoye")}, {"quarry"});
            return features_of(articles, 2, 5)[static_cast<std::size_t>(feature::untyped_strangers)];
        };

        CHECK(strangeness("send") > strangeness("post"));
    }

    TEST_CASE("an event that is counted as a further one is none that its article tells of without counting") {
        auto articles = two_articles();
        const std::vector<std::string> words{"garden", "light", "police"};
        add_mention(articles[0], "search", "search", "2018-03-20", {person("Ben Ito")}, words);
        add_mention(articles[0], "search", "search", "2018-03-20", {person("Ben Ito")}, words);
        CHECK(together(resolve(articles), {0, 2}, {0, 3}));

        articles[0].mentions[3].counted = "second";
        CHECK_FALSE(together(resolve(articles), {0, 2}, {0, 3}));
    }

    TEST_CASE("a journey to a place is not the one from there") {
        auto articles = two_articles();
        const std::vector<std::string> words{"airport", "delegation", "plane"};
        add_mention(articles[0], "travel", "fly", "", {person("Ben Ito")}, words);
        add_mention(articles[1], "travel", "fly", "", {person("Ben Ito")}, words);
        articles[0].mentions[2].route_to = {"oslo"};
        CHECK(together(resolve(articles), {0, 2}, {1, 2}));

        articles[1].mentions[2].route_from = {"oslo"};
        CHECK_FALSE(together(resolve(articles), {0, 2}, {1, 2}));
    }

    TEST_CASE("what somebody says as news is not what he said days before") {
        auto articles = two_articles();
        const std::vector<std::string> words{"bridge", "toll", "river"};
        add_mention(articles[0], "statement", "say", "2018-03-16", {person("Ben Ito")}, words);
        auto& later = add_mention(articles[1], "statement", "say", "", {person("Ben Ito")}, words);
        CHECK(together(resolve(articles), {0, 2}, {1, 2}));

        later.time.first = later.time.last = parse_day("2018-03-21");
        later.time.basis = time_basis::publication;
        CHECK_FALSE(together(resolve(articles), {0, 2}, {1, 2}));
    }

    TEST_CASE("what somebody is reported farther down to have said is not what he said a week before") {
        const auto together_after = [](const char* before) {
            auto articles = two_articles();
            const std::vector<std::string> words{"bridge", "toll", "river"};
            add_mention(articles[0], "statement", "say", before, {person("Ben Ito")}, words);
            auto& later = add_mention(articles[1], "statement", "say", "", {person("Ben Ito")}, words);
            later.sentence = 20;
            later.time.first = later.time.last = parse_day("2018-03-21");
            later.time.basis = time_basis::publication;
            return together(resolve(articles), {0, 2}, {1, 2});
        };

        CHECK(together_after("2018-03-18"));
        CHECK_FALSE(together_after("2018-03-14"));
    }

    TEST_CASE("deaths of two people stay two events, and each tells of the other as nearly joined") {
        auto articles = two_articles();
        add_mention(articles[0], "death", "die", "2018-03-20", {person("Ben Ito")}, {"fire", "hospital", "burn"});
        add_mention(articles[1], "death", "die", "2018-03-20", {person("Eva Roth")}, {"fire", "hospital", "burn"});

        const auto events = resolve(articles);

        CHECK_FALSE(together(events, {0, 2}, {1, 2}));
        const auto death = std::find_if(events.begin(), events.end(), [](const mention_cluster& event) {
            return event.mentions.front() == mention_ref{0, 2};
        });
        REQUIRE(death != events.end());
        REQUIRE(death->merges.size() == 1);
        CHECK_FALSE(death->merges.front().merged);
        CHECK(death->merges.front().reason == "They tell of different people.");
        CHECK_FALSE(death->merges.front().features.empty());
    }

    TEST_CASE("what two people say together does not make one event of what each of them says") {
        auto articles = two_articles();
        articles.push_back(test::article("c", "2018-03-21"));
        const std::vector<std::string> matter{"bridge", "cost", "delay"};
        const auto lopez = person("Ana Lopez");
        const auto weber = person("Jan Weber");
        add_mention(articles[0], "statement", "say", "2018-03-20", {lopez}, matter);
        add_mention(articles[1], "statement", "say", "2018-03-20", {weber}, matter);
        add_mention(articles[2], "statement", "say", "2018-03-20", {lopez, weber}, matter);

        CHECK_FALSE(together(resolve(articles), {0, 2}, {1, 2}));
    }

    TEST_CASE("an article does not tell as past what the texts date to a day after it") {
        const std::vector<std::string> matter{"bridge", "cost", "delay"};
        const auto one_event = [&](const char* day_of_second) {
            auto articles = two_articles();
            add_mention(articles[0], "protest", "march", "", {}, matter);
            articles[0].mentions.back().time.last = articles[0].published;
            add_mention(articles[1], "protest", "march", day_of_second, {}, matter);
            return together(resolve(articles), {0, 2}, {1, 2});
        };

        CHECK(one_event("2018-03-21"));
        CHECK_FALSE(one_event("2018-03-22"));
    }

    TEST_CASE("a father's name alone does not mean his son") {
        const auto one_event = [](const char* short_name, const char* full_name) {
            auto articles = two_articles();
            add_mention(articles[0], "arrest", "arrest", "2018-03-20", {person(short_name)}, {"palace", "guard"});
            add_mention(articles[1], "arrest", "arrest", "2018-03-20", {person(full_name)}, {"palace", "guard"});
            return together(resolve(articles), {0, 2}, {1, 2});
        };

        CHECK(one_event("Haddad", "Karim Haddad"));
        CHECK_FALSE(one_event("Haddad", "Karim bin Haddad"));
    }
}
