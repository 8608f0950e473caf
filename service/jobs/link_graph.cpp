#include "jobs/link_graph.hpp"

#include <algorithm>

namespace throughline::jobs {

std::uint32_t link_graph::number(const std::string& id) {
    const auto [found, is_new] = numbers_.emplace(id, static_cast<std::uint32_t>(ids_.size()));
    if (is_new) {
        ids_.push_back(id);
        edges_.emplace_back();
        known_.push_back(false);
    }
    return found->second;
}

bool link_graph::knows(const std::string& id) const {
    const auto found = numbers_.find(id);
    return found != numbers_.end() && known_[found->second];
}

void link_graph::cut(std::uint32_t article) {
    for (const auto& [other, score] : edges_[article])
        ends_ -= 1 + std::erase_if(edges_[other], [&](const edge& back) { return back.other == article; });
    edges_[article].clear();
}

void link_graph::connect(std::uint32_t left, std::uint32_t right, double score) {
    edges_[left].push_back({right, score});
    edges_[right].push_back({left, score});
    ends_ += 2;
}

void link_graph::load(const storage::component& read) {
    std::vector<std::uint32_t> numbers;
    for (const auto& id : read.article_ids) {
        numbers.push_back(number(id));
        // All that it was linked to is read anew as well.
        auto& known_edges = edges_[numbers.back()];
        ends_ -= known_edges.size();
        known_edges.clear();
        known_[numbers.back()] = true;
    }
    for (const auto& link : read.links) connect(numbers[link.left], numbers[link.right], link.score);
}

bool link_graph::replace(const std::vector<std::string>& article_ids, const std::vector<storage::graph_link>& links) {
    for (const auto& id : article_ids) {
        cut(number(id));
        known_[number(id)] = true;
    }
    const bool complete = std::all_of(links.begin(), links.end(), [&](const storage::graph_link& link) {
        return knows(link.left) && knows(link.right);
    });
    if (complete)
        for (const auto& link : links) connect(number(link.left), number(link.right), link.score);
    else
        for (const auto& id : article_ids) known_[number(id)] = false;
    return complete;
}

std::optional<storage::component> link_graph::reach(const std::vector<std::string>& article_ids) const {
    constexpr std::uint32_t unseen = UINT32_MAX;
    std::vector<std::uint32_t> places(ids_.size(), unseen);
    std::vector<std::uint32_t> reached;
    const auto visit = [&](std::uint32_t article) {
        if (places[article] != unseen) return;
        places[article] = static_cast<std::uint32_t>(reached.size());
        reached.push_back(article);
    };
    for (const auto& id : article_ids) {
        if (!knows(id)) return std::nullopt;
        visit(numbers_.at(id));
    }
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const auto& [other, score] : edges_[reached[i]]) visit(other);

    storage::component found;
    for (const auto article : reached) found.article_ids.push_back(ids_[article]);
    for (std::uint32_t left = 0; left < reached.size(); ++left)
        for (const auto& [other, score] : edges_[reached[left]])
            if (left < places[other]) found.links.push_back({left, places[other], score});
    return found;
}

}  // namespace throughline::jobs
