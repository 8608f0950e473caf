// The links that a process knows are those that a plain list of them would tell.
#include "jobs/link_graph.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace jobs = throughline::jobs;
namespace storage = throughline::storage;

namespace {

using pair = std::pair<std::string, std::string>;
using links = std::map<pair, double>;  // the smaller id first

std::set<std::string> reached(const links& all, const std::vector<std::string>& start) {
    std::set<std::string> ids(start.begin(), start.end());
    for (std::size_t before = 0; before != ids.size();) {
        before = ids.size();
        for (const auto& [ends, score] : all)
            if (ids.contains(ends.first) || ids.contains(ends.second)) ids.insert({ends.first, ends.second});
    }
    return ids;
}

links within(const links& all, const std::set<std::string>& ids) {
    links found;
    for (const auto& each : all)
        if (ids.contains(each.first.first)) found.insert(each);
    return found;
}

links links_of(const storage::component& component) {
    links found;
    for (const auto& link : component.links) {
        const auto ends = std::minmax(component.article_ids[link.left], component.article_ids[link.right]);
        CHECK(found.emplace(pair(ends), link.score).second);
    }
    return found;
}

/// As storage::linked_component answers.
storage::component read(const links& all, const std::vector<std::string>& start) {
    const auto ids = reached(all, start);
    storage::component component;
    component.article_ids.assign(ids.begin(), ids.end());
    const auto place = [&](const std::string& id) {
        return static_cast<std::uint32_t>(std::distance(ids.begin(), ids.find(id)));
    };
    for (const auto& [ends, score] : within(all, ids))
        component.links.push_back({place(ends.first), place(ends.second), score});
    return component;
}

}  // namespace

TEST_SUITE_BEGIN("jobs/link_graph");

TEST_CASE("what is reached over links that are replaced again and again is what a list of them tells") {
    for (const unsigned seed : {1u, 2u, 3u, 4u}) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        links all;
        jobs::link_graph graph;
        std::size_t loaded = 0;
        for (int turn = 0; turn < 60; ++turn) {
            if (random() % 20 == 0) graph = {};  // another process took a turn
            std::vector<std::string> articles;
            for (auto count = 1 + random() % 3; count > 0; --count)
                articles.push_back("a" + std::to_string(random() % 40));
            std::sort(articles.begin(), articles.end());
            articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
            std::erase_if(all, [&](const auto& each) {
                return std::count(articles.begin(), articles.end(), each.first.first) +
                           std::count(articles.begin(), articles.end(), each.first.second) >
                       0;
            });
            std::map<pair, double> fresh;
            for (const auto& article : articles)
                for (auto count = random() % 4; count > 0; --count)
                    if (const auto other = "a" + std::to_string(random() % 40); other != article)
                        fresh.emplace(std::minmax(article, other), 1.0 / static_cast<double>(1 + random() % 8));
            std::vector<storage::graph_link> replaced;
            for (const auto& [ends, score] : fresh) replaced.push_back({ends.first, ends.second, score});
            all.insert(fresh.begin(), fresh.end());

            if (!graph.replace(articles, replaced)) {
                graph.load(read(all, articles));
                ++loaded;
            }

            const auto component = graph.reach(articles);
            REQUIRE(component);
            const auto expected = reached(all, articles);
            CHECK(std::set<std::string>(component->article_ids.begin(), component->article_ids.end()) == expected);
            CHECK(component->article_ids.size() == expected.size());
            CHECK(links_of(*component) == within(all, expected));
        }
        CHECK(loaded > 0);
    }
}

TEST_CASE("links and articles are counted once however often they are loaded") {
    const storage::component three{{"a", "b", "c"}, {{0, 1, .5}, {1, 2, .25}}};
    jobs::link_graph graph;

    graph.load(three);
    graph.load(three);

    CHECK(graph.size() == 5);
    CHECK_FALSE(graph.reach({"d"}));
}

TEST_SUITE_END();
