// The rows behind events (mentions, participants, links, merges), gathered and written in bulk.
#pragma once

#include "storage/event_store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

/// Replaces the details of each event added, in eight statements for any number.
class event_details {
public:
    void add(const event_row& event);
    void write(transaction& tx, std::string_view story_id) const;

private:
    void write_mentions(transaction& tx, std::string_view story_id) const;
    void write_participants(transaction& tx, std::string_view story_id) const;
    void write_links(transaction& tx, std::string_view story_id) const;
    void write_merges(transaction& tx, std::string_view story_id) const;

    std::vector<const event_row*> events_;
};

}  // namespace throughline::storage
