// Has articles read again that another reader has read: an older release, or this one with another ontology.
#pragma once

#include "storage/session.hpp"

#include <mutex>
#include <string>

namespace throughline::jobs {

/// One walk through all articles, shared by the workers of a process. It ends: of two processes that read in different
/// ways the later one has the last word, and neither goes on for ever.
class outdated_articles {
public:
    /// `reader` as pipeline::reader_fingerprint gives it.
    explicit outdated_articles(std::string reader);

    /// Queues the next few; false when none is left or the database does not answer. Meant to be called by an idle
    /// worker, so that articles newly sent go first.
    bool queue_next(storage::session& database);

private:
    const std::string reader_;
    std::mutex mutex_;
    std::string after_;  ///< the last article that was queued
    bool done_ = false;
};

}  // namespace throughline::jobs
