// Which story keeps which id when the articles are divided into stories anew: a pure function.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::jobs {

/// The articles that now belong together.
struct story_group {
    std::string key;                           ///< smallest article key in it: decides between equals
    std::vector<std::string> current_stories;  ///< of each of its articles, "" for none
    bool wanted = true;                        ///< false: nothing to tell, its articles get no story
};

struct story_merge {
    std::string gone;
    std::uint32_t into = 0;  ///< index of the group
};

struct story_plan {
    std::vector<std::string> ids;      ///< of each group: the story it keeps, "" for a new one or none
    std::vector<story_merge> merged;   ///< stories that go into a group which another one names
    std::vector<std::string> emptied;  ///< stories that no wanted group has an article of
};

/// `stories` are given oldest first. The oldest story chooses first: it keeps the group that holds most of its articles
/// among those still without a name. So of joined stories the oldest survives, and of a divided one the largest part
/// keeps the id.
story_plan plan_stories(const std::vector<std::string>& stories, const std::vector<story_group>& groups);

}  // namespace throughline::jobs
