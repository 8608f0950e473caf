// Tells this process what any process has changed in the database, over LISTEN/NOTIFY on a thread of its own.
#pragma once

#include "storage/session.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace throughline::storage {

/// A story's timeline changed, and these articles are now processed or failed.
struct change {
    std::string story_id;       ///< "" when no timeline changed
    std::int64_t revision = 0;  ///< of the story, after the change
    std::vector<std::string> articles;
};

struct feed_callbacks {
    /// Called once for each change, in commit order, on the feed's thread: be quick. Changes made while the feed was
    /// down are not told.
    std::function<void(const change&)> changed;
    /// Called when the feed comes up or goes down. While it is down nothing kept in memory may be served; when it
    /// comes up whatever was kept before is to be thrown away first.
    std::function<void(bool up)> state;
};

class change_feed {
public:
    /// Starts the thread, which connects and reconnects by itself.
    change_feed(session_options options, feed_callbacks callbacks);
    /// Stops and joins the thread.
    ~change_feed();
    change_feed(const change_feed&) = delete;
    change_feed& operator=(const change_feed&) = delete;

    /// Whether every change committed by now has been told or will be. A dead connection shows within 10 seconds.
    bool up() const;

private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

/// Queues the change for all feeds; they hear it when the transaction commits.
void announce(transaction& tx, const change& what);

}  // namespace throughline::storage
