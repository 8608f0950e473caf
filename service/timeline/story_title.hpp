// What a story is called.
#pragma once

#include "linking/numbering.hpp"
#include "timeline/timeline.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace throughline::timeline {

/// What the articles of a growing story have in common.
class story_centre {
public:
    /// Takes in the articles behind those of the last call.
    void grow(std::span<const article_record> articles);

    /// The headline of the article most like all the others; the title of the most salient event where no article has a
    /// headline; "" when there is neither. `articles` are those of the last call.
    std::string title(std::span<const article_record> articles, std::span<const timeline_event> events) const;

private:
    struct term {
        std::uint32_t number = 0;
        double weight = 0;
    };
    double likeness(std::size_t article) const;

    linking::numbering terms_;
    std::vector<std::int64_t> centre_;         ///< by term
    std::vector<std::vector<term>> articles_;  ///< terms of each
};

}  // namespace throughline::timeline
