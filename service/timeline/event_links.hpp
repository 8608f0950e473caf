// Links between a story's events, lifted from the links between their mentions.
#pragma once

#include "timeline/implied_links.hpp"
#include "timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace throughline::timeline {

/// Keeps what the articles of a growing story imply as long as the events that they tell of are the same ones.
class growing_links {
public:
    /// Fills `links` of each event: what its mentions say of mentions of other events, each relation to a target once,
    /// in the order of the targets. `numbers` has one of each event that it keeps. The articles are those of the last
    /// call and others behind them.
    void link(std::span<const article_record> articles, std::span<const std::uint32_t> numbers,
              std::vector<timeline_event>& events);

private:
    struct known_article {
        std::size_t begin = 0;              ///< of its mentions among all
        std::vector<implied_link> told;     ///< the links that its mentions have
        std::vector<std::uint32_t> events;  ///< numbers of its mentions' events
        std::vector<implied_link> implied;  ///< by these events
    };

    void add(const article_record& article);
    void infer(std::span<const article_record> articles, std::span<const std::uint32_t> numbers);
    void lift(std::uint32_t article, const std::vector<implied_link>& links, std::vector<timeline_event>& events) const;

    std::vector<known_article> articles_;
    std::vector<std::uint32_t> order_;     ///< articles by key
    std::size_t mentions_ = 0;             ///< of all articles
    std::vector<std::uint32_t> event_of_;  ///< index of the event of each mention, no_event outside the timeline
};

}  // namespace throughline::timeline
