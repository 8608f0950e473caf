#include "linking/story_cells.hpp"

#include "linking/article_sample.hpp"
#include "support/story_records.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace throughline;
using namespace throughline::linking;

namespace {

std::vector<article_record> articles_of_days(std::size_t count, int days) {
    std::vector<article_record> articles;
    for (std::size_t i = 0; i < count; ++i) {
        articles.push_back(test::article("article-" + std::to_string(i), "2018-03-20"));
        articles.back().published += std::chrono::days(static_cast<int>(i) % days);
    }
    return articles;
}

}  // namespace

TEST_SUITE("story cells") {
    TEST_CASE("a small story is one cell from the first level on") {
        const auto articles = articles_of_days(20, 20);
        story_cells cells;
        cells.grow(articles);
        for (std::uint32_t i = 0; i < articles.size(); ++i) CHECK(cells.first_level(i) == story_cells::whole);
    }

    TEST_CASE("no first cell of a large story holds many articles, even of one day") {
        const auto articles = articles_of_days(400, 3);
        story_cells cells;
        cells.grow(articles);
        std::map<std::pair<std::size_t, std::uint64_t>, int> sizes;
        for (std::uint32_t i = 0; i < articles.size(); ++i)
            ++sizes[{cells.first_level(i), cells.cell(i, cells.first_level(i))}];
        for (const auto& [cell, size] : sizes) CHECK(size <= 32);
        CHECK(sizes.size() > 12);
    }

    TEST_CASE("cells do not hang on the order of the articles or on their batches") {
        auto articles = articles_of_days(150, 40);
        story_cells at_once;
        at_once.grow(articles);
        std::map<std::string, std::size_t> expected;
        for (std::uint32_t i = 0; i < articles.size(); ++i) expected[articles[i].key] = at_once.first_level(i);

        std::shuffle(articles.begin(), articles.end(), std::mt19937(5));
        story_cells grown;
        std::vector<std::size_t> known;
        for (std::size_t size = 1; size <= articles.size(); size += 7) {
            const auto changed = grown.grow(std::span(articles).first(size));
            for (std::uint32_t i = 0; i < known.size(); ++i) {
                const bool told = std::find(changed.begin(), changed.end(), i) != changed.end();
                CHECK(told == (known[i] != grown.first_level(i)));
            }
            known.clear();
            for (std::uint32_t i = 0; i < size; ++i) known.push_back(grown.first_level(i));
        }
        grown.grow(articles);
        for (std::uint32_t i = 0; i < articles.size(); ++i) CHECK(grown.first_level(i) == expected.at(articles[i].key));
    }
}

TEST_CASE("which articles stand for a story does not hang on the order they come in") {
    auto articles = articles_of_days(60, 10);
    const auto keys = [&](const article_sample& sample) {
        std::set<std::string> list;
        for (const auto i : sample.articles()) list.insert(articles[i].key);
        return list;
    };
    article_sample at_once(8);
    at_once.grow(articles);
    const auto expected = keys(at_once);
    CHECK(expected.size() == 8);

    std::shuffle(articles.begin(), articles.end(), std::mt19937(9));
    article_sample grown(8);
    std::set<std::uint32_t> followed;
    for (std::size_t size = 1; size <= articles.size(); ++size) {
        const auto change = grown.grow(std::span(articles).first(size));
        for (const auto i : change.left) followed.erase(i);
        followed.insert(change.entered.begin(), change.entered.end());
    }

    CHECK(keys(grown) == expected);
    const auto members = grown.articles();
    CHECK(followed == std::set<std::uint32_t>(members.begin(), members.end()));
}
