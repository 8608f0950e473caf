// The rows behind events (mentions, participants, links, merges), gathered and written in bulk.
#pragma once

#include "storage/event_store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

/// Brings the rows of each event that has others than before up to date, in two statements a table for any number.
class event_details {
public:
    /// Views the change.
    explicit event_details(const timeline_change& change);
    void write(transaction& tx, std::string_view story_id) const;

private:
    using events = std::vector<const event_row*>;

    static void write_mentions(transaction& tx, std::string_view story_id, const events& changed);
    static void write_participants(transaction& tx, std::string_view story_id, const events& changed);
    static void write_links(transaction& tx, std::string_view story_id, const events& changed);
    static void write_merges(transaction& tx, std::string_view story_id, const events& changed);

    std::array<events, detail_count> changed_;
};

}  // namespace throughline::storage
