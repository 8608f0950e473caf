// What a process keeps of the stories it assembled last, so that one article more does not read and compare all again.
#pragma once

#include "storage/analysis_store.hpp"
#include "timeline/timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::jobs {

/// A link as it was written: what its event's document and rows say of it.
struct written_link {
    relation kind = relation::about;
    std::string target_id;
    timeline::mention_ref source;
    span words;

    bool operator==(const written_link&) const = default;
};

/// An event as it was written.
struct written_event {
    std::string id;
    std::int64_t position = 0;
    std::string document;
    std::string details_hash;
    std::vector<timeline::mention_ref> mentions;
    std::vector<written_link> links;
    std::vector<std::string> people;  ///< keys of its participants
};

/// A story as it was assembled and written.
struct story_state {
    storage::story_records records;
    timeline::growing_timeline timeline;                       ///< of the records
    std::unordered_map<std::uint32_t, written_event> written;  ///< by the timeline's numbers
    std::string stamp;                                         ///< storage::timeline_stamp
};

/// Safe for use by several threads. Nothing in it needs to be right: whoever takes a story out checks the records
/// (storage::refresh_records) and what was written (storage::stands_as_written) against the database.
class story_memory {
public:
    /// Mentions kept in all; one takes about 10 KB.
    explicit story_memory(std::size_t most_mentions) : most_(most_mentions) {}

    /// What is kept of a story, which is then no longer kept; nothing when it is not known.
    story_state take(const std::string& story_id);

    /// Keeps the story and forgets those used longest ago until all fit.
    void keep(const std::string& story_id, story_state state);

private:
    struct entry {
        std::string story_id;
        story_state state;
        std::size_t mentions = 0;
    };

    void forget(std::list<entry>::iterator which);

    std::size_t most_;
    std::size_t mentions_ = 0;
    std::mutex mutex_;
    std::list<entry> entries_;  ///< the one used last in front
    std::unordered_map<std::string_view, std::list<entry>::iterator> places_;
};

}  // namespace throughline::jobs
