// What a process keeps from one forming of stories to the next: profiles of articles, and the links between them.
#pragma once

#include "jobs/link_graph.hpp"
#include "linking/story_partition.hpp"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace throughline::jobs {

struct known_profile {
    std::string reading;  ///< storage::alike_article::reading
    linking::compared_profile profile;
};

struct formation_state {
    std::int64_t turn = 0;  ///< storage::lock_formation when the links stood so
    link_graph links;
    std::unordered_map<std::string, known_profile> profiles;  ///< by article
};

/// Safe for use by several threads. Nothing in it needs to be right: profiles are used where their readings are the
/// stored ones, links where no turn was taken in between.
class formation_memory {
public:
    /// About 5 KB a profile, 40 bytes a link.
    formation_memory(std::size_t most_profiles, std::size_t most_links)
        : most_profiles_(most_profiles), most_links_(most_links) {}

    /// What is kept, brought to the turn, which the caller has: links that may be others since are forgotten.
    formation_state take(std::int64_t turn);

    /// Keeps the state until it is taken, unless a later one is kept; what is too large is forgotten.
    void keep(formation_state state);

    /// Forgets the links that were kept of a turn whose transaction failed.
    void forget(std::int64_t turn);

private:
    std::size_t most_profiles_;
    std::size_t most_links_;
    std::mutex mutex_;
    formation_state state_;
};

}  // namespace throughline::jobs
