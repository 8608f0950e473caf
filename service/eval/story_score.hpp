// How well an assembled timeline tells a gold chronology.
#pragma once

#include "eval/story_gold.hpp"
#include "timeline/timeline.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace throughline::eval {

/// Shares from 0 to 1 unless said otherwise.
struct story_score {
    double recall = 0;                                        ///< core gold events found
    double recall_all = 0;                                    ///< gold events found
    double dated = 0;                                         ///< of the found core events: rightly dated
    double who = 0;                                           ///< … with every gold participant
    double status = 0;                                        ///< … with the gold status
    double sources = 0;                                       ///< F1 of the cited articles over the found core events
    std::vector<std::pair<std::string, std::string>> merged;  ///< never_merged pairs that share one entry
    double split = 0;                            ///< further entries for a found core event, per found core event
    double links = 0;                            ///< gold links found
    std::size_t entries = 0;                     ///< on the timeline
    std::map<std::string, std::uint32_t> found;  ///< timeline event of each gold event found
    std::map<std::string, std::string> faults;   ///< what is wrong with each found one: "date who", "" when nothing is
    std::multimap<std::string, std::uint32_t> further;  ///< the other timeline events that tell of a core event
};

/// `articles` in the order of gold.articles.
story_score score_story(const story_gold& gold, std::span<const article_record> articles,
                        const timeline::story_timeline& told);

}  // namespace throughline::eval
