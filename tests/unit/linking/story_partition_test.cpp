#include "linking/story_partition.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

using namespace throughline;
using namespace throughline::linking;

namespace {

article_profile profile(std::string key, const char* published, std::vector<weighted_term> terms) {
    double squares = 0;
    for (const auto& term : terms) squares += term.weight * term.weight;
    for (auto& term : terms) term.weight = static_cast<float>(term.weight / std::sqrt(squares));
    return {std::move(key), *parse_day(published), std::move(terms)};
}

article_link link(std::uint32_t left, std::uint32_t right, double score) { return {left, right, score}; }

std::optional<double> link_of(const article_profile& left, const article_profile& right) {
    return link_score(compared_profile(left), compared_profile(right));
}

/// Articles of one day.
std::vector<day> one_day(std::size_t count) { return std::vector<day>(count, *parse_day("2018-03-20")); }

/// Random articles over few terms, so that many link.
std::vector<article_link> random_links(std::uint32_t count, std::mt19937& random) {
    std::uniform_real_distribution<double> score(0.05, 0.3);
    std::bernoulli_distribution linked(0.15);
    std::vector<article_link> links;
    for (std::uint32_t left = 0; left < count; ++left)
        for (std::uint32_t right = left + 1; right < count; ++right)
            if (linked(random)) links.push_back(link(left, right, score(random)));
    return links;
}

}  // namespace

TEST_SUITE("story_partition") {
    TEST_CASE("articles that share their names and words are alike, and less so the further apart in time") {
        const auto first = profile("a", "2018-03-20", {{"e:ana lopez", 3}, {"w:harbour", 2}, {"w:strike", 2}});
        const auto same_day = profile("b", "2018-03-20", {{"e:ana lopez", 3}, {"w:harbour", 1}, {"w:wage", 2}});
        auto later = same_day;
        later.published = *parse_day("2018-04-10");

        CHECK(article_similarity(first, same_day) > 0.5);
        CHECK(article_similarity(first, same_day) == article_similarity(same_day, first));
        CHECK(article_similarity(first, later) < article_similarity(first, same_day));
        CHECK(article_similarity(first, first) <= 1.0);
    }

    TEST_CASE("beyond the window nothing links") {
        const auto first = profile("a", "2018-01-01", {{"e:ana lopez", 1}});
        const auto later = profile("b", "2018-03-01", {{"e:ana lopez", 1}});

        CHECK(article_similarity(first, later) == 0);
        CHECK_FALSE(link_of(first, later));
    }

    TEST_CASE("a link names the terms that weigh most in it") {
        const auto left = profile("a", "2018-01-01", {{"e:ana lopez", 3}, {"w:harbour", 1}, {"w:fish", 1}});
        const auto right = profile("b", "2018-01-02", {{"w:harbour", 2}, {"e:ana lopez", 3}, {"w:wage", 1}});

        CHECK(shared_terms(compared_profile(left), compared_profile(right)) ==
              std::vector<std::string>{"e:ana lopez", "w:harbour"});
        CHECK(link_of(left, right) == article_similarity(left, right));
    }

    TEST_CASE("articles that link share a term they are looked up by") {
        std::vector<weighted_term> left_terms;
        std::vector<weighted_term> right_terms;
        for (int i = 0; i < 20; ++i) {
            left_terms.push_back({"w:left" + std::to_string(i), 3});
            right_terms.push_back({"w:right" + std::to_string(i), 3});
        }
        for (int i = 0; i < 20; ++i) {
            left_terms.push_back({"w:both" + std::to_string(i), 2});
            right_terms.push_back({"w:both" + std::to_string(i), 2});
        }
        const auto left = profile("a", "2018-01-01", left_terms);
        const auto right = profile("b", "2018-01-01", right_terms);

        CHECK(lookup_terms(left).size() == 16);
        CHECK(article_similarity(left, right) > 0.1);
        CHECK_FALSE(link_of(left, right));
    }

    TEST_CASE("an article without terms stays alone") {
        const auto empty = profile("a", "2018-01-01", {});

        CHECK_FALSE(link_of(empty, empty));
        CHECK(lookup_terms(empty).empty());
        CHECK(partition(one_day(1), {}) == std::vector<std::uint32_t>{0});
    }

    TEST_CASE("two articles alone need a stronger likeness than three that support each other") {
        const std::vector<article_link> pair{link(0, 1, 0.11)};
        const std::vector<article_link> triangle{link(0, 1, 0.13), link(0, 2, 0.11), link(1, 2, 0.11)};

        CHECK(partition(one_day(2), pair) == std::vector<std::uint32_t>{0, 1});
        CHECK(partition(one_day(3), triangle) == std::vector<std::uint32_t>{0, 0, 0});
    }

    TEST_CASE("one article between two stories does not chain them") {
        std::vector<article_link> links;
        for (std::uint32_t left = 0; left < 5; ++left)
            for (std::uint32_t right = left + 1; right < 5; ++right) {
                links.push_back(link(left, right, 0.4));
                links.push_back(link(left + 5, right + 5, 0.4));
            }
        links.push_back(link(4, 5, 0.3));

        const auto stories = partition(one_day(10), links);

        CHECK(stories == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 5, 5, 5, 5, 5});
    }

    TEST_CASE("two stories that are closer within than to each other stay apart, unless days explain it") {
        std::vector<article_link> links;
        for (std::uint32_t left = 0; left < 12; ++left)
            for (std::uint32_t right = left + 1; right < 12; ++right)
                links.push_back(link(left, right, left / 6 == right / 6 ? 0.5 : 0.2));
        auto published = one_day(12);

        CHECK(partition(published, links) == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6});

        for (std::uint32_t later = 6; later < 12; ++later) published[later] += std::chrono::days(20);
        CHECK(partition(published, links) == std::vector<std::uint32_t>(12, 0));
    }

    TEST_CASE("the order of the links does not matter") {
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            auto links = random_links(40, random);
            const auto stories = partition(one_day(40), links);
            std::shuffle(links.begin(), links.end(), random);
            CHECK(partition(one_day(40), links) == stories);
        }
    }

    TEST_CASE("a component alone gives the same stories as the whole") {
        std::mt19937 random(11);
        for (int round = 0; round < 50; ++round) {
            // Two components interleaved: even and odd articles.
            const auto part = random_links(20, random);
            const auto other = random_links(20, random);
            std::vector<article_link> whole;
            for (const auto& each : part) whole.push_back(link(2 * each.left, 2 * each.right, each.score));
            for (const auto& each : other) whole.push_back(link(2 * each.left + 1, 2 * each.right + 1, each.score));

            const auto stories = partition(one_day(40), whole);

            const auto alone = partition(one_day(20), part);
            for (std::uint32_t i = 0; i < 20; ++i) CHECK(stories[2 * i] == 2 * alone[i]);
        }
    }
}
