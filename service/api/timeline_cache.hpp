// Timelines kept ready to send, by request target or by the address of an export, until their story changes. Bounded by
// bytes, least recently used first out. Thread-safe: requests look up on the I/O thread, changes come in on others.
#pragma once

#include "exports/format.hpp"
#include "http/response.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace throughline::api {

struct cached_timeline {
    std::string story_id;
    std::int64_t revision = 0;
    std::shared_ptr<const http::prebuilt_body> body;
    const exports::format* as = nullptr;  ///< nullptr: the API's own JSON
    std::string file_name{};              ///< of an export
};

class timeline_cache {
public:
    explicit timeline_cache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    std::optional<cached_timeline> find(std::string_view target);

    /// Taken before a timeline is read from the database; what changed since makes the reading too old to keep.
    std::uint64_t now() const;

    /// Keeps the timeline under the target unless its story has changed since `read_at`. Replaces what was there.
    void keep(std::string_view target, cached_timeline timeline, std::uint64_t read_at);

    /// The story has this revision now: older timelines of it go.
    void changed(std::string_view story_id, std::int64_t revision);

    /// Changes may have been missed: everything goes.
    void clear();

    std::size_t bytes() const;

private:
    struct entry {
        std::string target;
        cached_timeline timeline;
    };
    using entries = std::list<entry>;

    static std::size_t cost(const entry& kept);
    void drop(entries::iterator kept);

    std::size_t most_bytes_;
    mutable std::mutex mutex_;
    entries by_use_;                                                     ///< most recently used first
    std::unordered_map<std::string_view, entries::iterator> by_target_;  ///< keys are entry::target
    std::unordered_map<std::string, std::unordered_set<std::string_view>> by_story_;
    std::size_t bytes_ = 0;

    // A reading that began before the last change of its story is not kept. Only the last few changes are remembered;
    // a reading older than those is not kept either.
    struct remembered_change {
        std::uint64_t at;
        std::string story_id;
    };
    std::list<remembered_change> changes_;  ///< oldest first
    std::uint64_t clock_ = 0;
    std::uint64_t forgotten_before_ = 0;
};

}  // namespace throughline::api
