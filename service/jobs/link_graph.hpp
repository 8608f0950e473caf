// The links between articles as a process knows them, so that forming stories reads only what is new.
#pragma once

#include "storage/article_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace throughline::jobs {

/// Holds whole connected components: all links of an article that it knows, and all articles that these lead to.
class link_graph {
public:
    /// Takes in a component as it was read.
    void load(const storage::component& read);

    /// Replaces all links of the articles, as storage::replace_links does. False, and the articles are no longer known,
    /// when one of the others is not: their component has to be loaded.
    bool replace(const std::vector<std::string>& article_ids, const std::vector<storage::graph_link>& links);

    /// What can be reached from the articles, these included; nothing when one of them is not known.
    std::optional<storage::component> reach(const std::vector<std::string>& article_ids) const;

    /// Links known, and articles.
    std::size_t size() const { return ends_ / 2 + ids_.size(); }

private:
    struct edge {
        std::uint32_t other = 0;
        double score = 0;
    };

    std::uint32_t number(const std::string& id);
    bool knows(const std::string& id) const;
    void cut(std::uint32_t article);
    void connect(std::uint32_t left, std::uint32_t right, double score);

    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> ids_;
    std::vector<std::vector<edge>> edges_;
    std::vector<bool> known_;
    std::size_t ends_ = 0;  ///< of edges
};

}  // namespace throughline::jobs
