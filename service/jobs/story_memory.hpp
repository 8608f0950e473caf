// What a process keeps of the stories it assembled last, so that one article more does not read them all again.
#pragma once

#include "storage/analysis_store.hpp"

#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace throughline::jobs {

/// Safe for use by several threads. Nothing in it needs to be right: whoever takes a story's records out brings them
/// up to date (storage::refresh_records).
class story_memory {
public:
    /// Mentions kept in all; one takes about 2 KB.
    explicit story_memory(std::size_t most_mentions) : most_(most_mentions) {}

    /// The records kept of a story, which are then no longer kept; none when it is not known.
    storage::story_records take(const std::string& story_id);

    /// Keeps the records and forgets the stories used longest ago until all fit.
    void keep(const std::string& story_id, storage::story_records records);

private:
    struct entry {
        std::string story_id;
        storage::story_records records;
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
