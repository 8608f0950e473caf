#include "support/story_records.hpp"
#include "timeline/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace throughline;
using namespace throughline::timeline;
using test::add_mention;
using test::person;

namespace {

/// Two articles that tell of one call, each in its own words.
std::vector<article_record> call_story() {
    std::vector<article_record> articles{test::article("a", "2018-03-21"), test::article("b", "2018-03-22")};
    const auto to = participant_role::recipient;
    add_mention(articles[0], "call", "call", "2018-03-20", {person("Ana Lopez"), person("Ben Ito", to)},
                {"phone", "vote"});
    add_mention(articles[1], "call", "phone", "2018-03-20", {person("Lopez"), person("Ito", to)}, {"phone", "victory"});
    return articles;
}

/// What a reader sees, without the indices that depend on the order of the articles.
std::vector<std::string> told(const story_timeline& story, std::span<const article_record> articles) {
    std::vector<std::string> lines{story.title};
    for (const auto& event : story.events) {
        std::string line =
            event.type + "|" + event.title + "|" + event.time.edtf + "|" + std::string(name(event.status));
        line += "|" + std::to_string(event.source_count) + "|" + std::to_string(event.salience);
        for (const auto& participant : event.participants) line += "|" + participant.name;
        for (const auto& ref : event.mentions) {
            const auto& mention = articles[ref.article].mentions[ref.mention];
            line += "|" + articles[ref.article].key + ":" + std::to_string(mention.trigger.begin);
        }
        for (const auto& link : event.links)
            line += "|" + std::string(name(link.kind)) + ">" + std::to_string(link.target);
        for (const auto& merge : event.merges) line += "|" + std::to_string(merge.score) + merge.reason;
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_SUITE("assemble") {
    TEST_CASE("one call told by two articles is one event with both as sources") {
        const auto articles = call_story();

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 1);
        const auto& event = story.events.front();
        CHECK(event.type == "call");
        CHECK(event.source_count == 2);
        CHECK(event.time.edtf == "2018-03-20");
        REQUIRE(event.participants.size() == 2);
        CHECK(event.participants[0].name == "Ana Lopez");
        CHECK(event.participants[0].aliases == std::vector<std::string>{"Lopez"});
        REQUIRE(event.merges.size() == 1);
        CHECK(event.merges.front().merged);
        CHECK_FALSE(event.merges.front().features.empty());
    }

    TEST_CASE("what an article announces is not what had happened before it") {
        auto articles = call_story();
        auto& announced = articles[1].mentions[0];
        announced.status = event_status::planned;
        announced.time = {};
        announced.time.first = parse_day("2018-03-22");
        announced.time.basis = time_basis::publication;

        CHECK(assemble(articles).events.size() == 2);

        announced.time.first.reset();
        CHECK(assemble(articles).events.size() == 1);
    }

    TEST_CASE("calls on different days stay apart") {
        auto articles = call_story();
        auto& time = articles[1].mentions[0].time;
        time.first = time.last = *parse_day("2018-03-21");

        CHECK(assemble(articles).events.size() == 2);
    }

    TEST_CASE("calls between different pairs of people stay apart") {
        auto articles = call_story();
        articles[1].mentions[0].participants[0] = person("Cai Okoye");
        articles[1].mentions[0].title = "Cai Okoye in a call";

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 2);
        REQUIRE_FALSE(story.events[0].merges.empty());
        CHECK_FALSE(story.events[0].merges.back().merged);
        CHECK(story.events[0].merges.back().reason == "They tell of different people.");
    }

    TEST_CASE("different people who criticise the same thing on the same day make different events") {
        std::vector<article_record> articles{test::article("a", "2018-03-21"), test::article("b", "2018-03-21")};
        const std::vector<std::string> words{"call", "dictator", "election"};
        add_mention(articles[0], "criticism", "criticize", "2018-03-20", {person("Dora Lind")}, words);
        add_mention(articles[1], "criticism", "criticize", "2018-03-20", {person("Eli Haas")}, words);

        CHECK(assemble(articles).events.size() == 2);
    }

    TEST_CASE("words date an event before the publication date does") {
        auto articles = call_story();
        auto& time = articles[0].mentions[0].time;
        time = {articles[0].published, articles[0].published, "2018-03-21", granularity::day, time_basis::publication};

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 1);
        CHECK(story.events[0].time.edtf == "2018-03-20");
        CHECK(story.events[0].time.basis == time_basis::expression);
        CHECK(story.events[0].dated_by == mention_ref{1, 0});
    }

    TEST_CASE("copies of one report count as one origin") {
        auto articles = call_story();
        articles[1].origin = articles[0].origin;

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 1);
        CHECK(story.events[0].source_count == 2);
        CHECK(story.events[0].origin_count == 1);
    }

    TEST_CASE("two reports of one publisher count as one origin") {
        auto articles = call_story();
        articles[1].publisher = articles[0].publisher;

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 1);
        CHECK(story.events[0].source_count == 1);
        CHECK(story.events[0].origin_count == 1);
    }

    TEST_CASE("articles that name no publisher count each by itself") {
        auto articles = call_story();
        for (auto& article : articles) article.publisher.clear();

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 1);
        CHECK(story.events[0].source_count == 2);
        CHECK(story.events[0].origin_count == 2);
    }

    TEST_CASE("a link between mentions becomes a link between their events, never to itself") {
        auto articles = call_story();
        auto& criticism = add_mention(articles[0], "criticism", "criticize", "2018-03-21", {person("Dora Lind")});
        criticism.links = {{relation::responds_to, 0, {100, 120}}, {relation::about, 1, {100, 120}}};

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 2);
        CHECK(story.events[0].links.empty());
        REQUIRE(story.events[1].links.size() == 1);
        CHECK(story.events[1].links[0].kind == relation::responds_to);
        CHECK(story.events[1].links[0].target == 0);
        CHECK(story.events[1].links[0].source == mention_ref{0, 1});
    }

    TEST_CASE("a denial answers the accusation that its sentence tells of") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        add_mention(articles[0], "denial", "deny", "2018-03-20", {person("Ana Lopez")});
        add_mention(articles[0], "killing", "kill", "2018-03-04", {person("Gus Petri", participant_role::recipient)});
        articles[0].mentions[1].sentence = articles[0].mentions[0].sentence;

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 2);
        REQUIRE(story.events[1].links.size() == 1);
        CHECK(story.events[1].links[0].kind == relation::denies);
        CHECK(story.events[1].links[0].target == 0);
        CHECK(story.events[1].links[0].words == articles[0].mentions[0].evidence);
    }

    TEST_CASE("what breaks off because of an attack is caused by it") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        add_mention(articles[0], "attack", "attack", "2018-03-19", {person("Ana Lopez")});
        auto& closure = add_mention(articles[0], "closure", "close", "2018-03-20", {person("Ben Ito")});
        closure.sentence = articles[0].mentions[0].sentence;

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 2);
        REQUIRE(story.events[0].links.size() == 1);
        CHECK(story.events[0].links[0].kind == relation::causes);
        CHECK(story.events[0].links[0].source == mention_ref{0, 0});
        REQUIRE(story.events[1].links.size() == 1);
        CHECK(story.events[1].links[0].kind == relation::responds_to);
    }

    TEST_CASE("an arrest is not linked to a killing that its own passage does not tell of") {
        std::vector<article_record> articles;
        for (const char* key : {"a", "b", "c", "d"}) {
            auto& article = articles.emplace_back(test::article(key, "2018-03-21"));
            add_mention(article, "killing", "kill", "2018-03-18", {person("Ana Lopez", participant_role::recipient)},
                        {"knife", "harbour"});
        }
        auto& arrest = add_mention(articles[0], "arrest", "arrest", "2018-03-20",
                                   {person("Ben Ito", participant_role::recipient)});
        arrest.sentence = articles[0].mentions[0].sentence + 1;

        auto story = assemble(articles);
        REQUIRE(story.events.size() == 2);
        CHECK(story.events[1].links.empty());

        articles[0].mentions[1].participants.push_back(person("Ana Lopez"));
        story = assemble(articles);
        REQUIRE(story.events[1].links.size() == 1);
        CHECK(story.events[1].links[0].kind == relation::responds_to);
        CHECK(story.events[1].links[0].target == 0);
    }

    TEST_CASE("infections of different people, or of nobody named, are different events") {
        std::vector<article_record> articles{test::article("a", "2018-03-21"), test::article("b", "2018-03-21")};
        const std::vector<std::string> words{"fever", "nurse", "ward"};
        add_mention(articles[0], "infection", "infect", "", {person("Ana Lopez")}, words);
        add_mention(articles[1], "infection", "infect", "", {person("Cai Okoye")}, words);
        CHECK(assemble(articles).events.size() == 2);

        for (auto& article : articles) article.mentions[0].participants = {test::place("Leeds")};
        for (const auto& event : assemble(articles).events) CHECK(event.mentions.size() == 1);
    }

    TEST_CASE("of two types with as many articles the one told first names the event") {
        auto articles = call_story();
        articles[1].mentions[0].type = "agreement";

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 1);
        CHECK(story.events.front().type == "call");
    }

    TEST_CASE("an event's title does not break off where another article's does not") {
        auto articles = call_story();
        articles[0].mentions[0].title = "Ana Lopez calls Ben Ito to speak about the vote and the new rules of…";
        articles[1].mentions[0].title = "Ana Lopez phones Ben Ito";

        CHECK(assemble(articles).events[0].title == "Ana Lopez phones Ben Ito");
    }

    TEST_CASE("events are in order of their dates and undated ones come last") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        add_mention(articles[0], "meeting", "meet", "", {person("Ana Lopez"), person("Ben Ito")});
        add_mention(articles[0], "arrest", "arrest", "2018-03-19", {person("Eli Haas", participant_role::recipient)});
        add_mention(articles[0], "killing", "kill", "2018-03-04", {person("Gus Petri", participant_role::recipient)});

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 3);
        CHECK(story.events[0].type == "killing");
        CHECK(story.events[1].type == "arrest");
        CHECK_FALSE(story.events[2].time.dated());
    }

    TEST_CASE("a passing mention outside every type makes no entry") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        add_mention(articles[0], "other", "walk", "", {});

        CHECK(assemble(articles).events.empty());
        CHECK(assemble({}).events.empty());
    }

    TEST_CASE("what one article tells under a title that does not stand alone makes no entry") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        add_mention(articles[0], "arrest", "arrest", "2018-03-19", {person("Eli Haas", participant_role::recipient)});
        const auto entries = [&](const char* title) {
            articles[0].mentions[0].title = title;
            return assemble(articles).events.size();
        };

        CHECK(entries("Eli Haas is arrested in Leeds") == 1);
        CHECK(entries("He is arrested in Leeds\u2026") == 0);
        CHECK(entries("Ana Lopez says \u201cEli Haas, who had been\u2026\u201d") == 0);
        CHECK(entries("") == 0);
    }

    TEST_CASE("what one article tells behind its lead under a title that names nobody makes no entry") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        auto& arrest = add_mention(articles[0], "arrest", "arrest", "2018-03-19",
                                   {person("Eli Haas", participant_role::recipient)});
        arrest.title = "Former minister is arrested in Leeds";
        CHECK(assemble(articles).events.size() == 1);

        arrest.sentence = 9;
        CHECK(assemble(articles).events.empty());
    }

    TEST_CASE("what one article dates behind its own day makes no entry unless it is planned") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        auto& arrest = add_mention(articles[0], "arrest", "arrest", "2018-03-28", {person("Eli Haas")});
        CHECK(assemble(articles).events.empty());

        arrest.status = event_status::planned;
        CHECK(assemble(articles).events.size() == 1);
    }

    TEST_CASE("what one article reports on no day is an entry only in words of the speaker's own") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        add_mention(articles[0], "statement", "say", "", {person("Eli Haas")});
        const auto entries = [&](const char* title) {
            articles[0].mentions[0].title = title;
            return assemble(articles).events.size();
        };

        CHECK(entries("Eli Haas says towns need another bridge as soon as can be in every part of the land") == 0);
        CHECK(entries(
                  "Eli Haas says \u201cTowns need another bridge as soon as can be in every part of the land\u201d") ==
              1);
    }

    TEST_CASE("what one article touches on without a date makes no entry") {
        std::vector<article_record> articles{test::article("a", "2018-03-21")};
        add_mention(articles[0], "arrest", "arrest", "", {person("Eli Haas", participant_role::recipient)});
        CHECK(assemble(articles).events.size() == 1);

        articles[0].mentions[0].background = true;
        CHECK(assemble(articles).events.empty());
        articles[0].mentions[0].time.basis = time_basis::expression;
        CHECK(assemble(articles).events.empty());
    }

    TEST_CASE("the order of the articles and of their mentions does not matter") {
        auto articles = test::random_story(12, 3);
        const auto expected = told(assemble(articles), articles);
        CHECK(expected.size() > 20);

        std::mt19937 random(5);
        for (int round = 0; round < 5; ++round) {
            std::shuffle(articles.begin(), articles.end(), random);
            CHECK(told(assemble(articles), articles) == expected);
        }
    }

    TEST_CASE("the order of the articles does not matter either where a story is joined cell by cell") {
        auto articles = test::random_story(80, 4);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            articles[i].mentions.resize(6);
            if (i % 2 == 0) articles[i].published = *parse_day("2018-03-20");
        }
        const auto expected = told(assemble(articles), articles);

        std::mt19937 random(6);
        for (int round = 0; round < 3; ++round) {
            std::shuffle(articles.begin(), articles.end(), random);
            CHECK(told(assemble(articles), articles) == expected);
        }
    }

    TEST_CASE("every mention stands in at most one event and every link leads to another") {
        const auto articles = test::random_story(10, 9);
        const auto story = assemble(articles);

        std::set<mention_ref> seen;
        for (std::uint32_t i = 0; i < story.events.size(); ++i) {
            const auto& event = story.events[i];
            CHECK(event.salience >= 0);
            CHECK(event.salience <= 1);
            for (const auto& ref : event.mentions) CHECK(seen.insert(ref).second);
            for (const auto& link : event.links) {
                CHECK(link.target < story.events.size());
                CHECK(link.target != i);
            }
        }
    }

    TEST_CASE("what two articles announce and a later one tells has occurred") {
        std::vector<article_record> articles{test::article("a", "2018-03-19"), test::article("b", "2018-03-19"),
                                             test::article("c", "2018-03-20")};
        for (auto& article : articles)
            add_mention(article, "call", "call", "2018-03-20",
                        {person("Ana Lopez"), person("Ben Ito", participant_role::recipient)}, {"phone", "vote"});
        for (auto* announced : {&articles[0], &articles[1]}) announced->mentions.front().status = event_status::planned;

        const auto story = assemble(articles);

        REQUIRE(story.events.size() == 1);
        CHECK(story.events.front().status == event_status::occurred);
    }
}
