// Who listens to which story. A change is looked up once and sent to all who listen to its story; idle listeners cost a
// connection and a few hundred bytes.
#pragma once

#include "http/body_stream.hpp"
#include "storage/db_executor.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace throughline::api {

struct listener_options {
    std::size_t most = 10'000;                    ///< listeners at once
    std::chrono::milliseconds heartbeat{15'000};  ///< between two signs of life to each
    std::chrono::milliseconds retry{1'000};       ///< until the database is asked again after a failure
};

/// A place among the listeners, given back when it is destroyed. Used by the I/O thread alone.
class story_listener {
public:
    virtual ~story_listener() = default;

    /// Sends the bytes, which tell all up to the revision, and from there on whatever happens to the story. The
    /// stream keeps the place.
    virtual void begin(const std::shared_ptr<http::body_stream>& stream, std::string bytes, std::int64_t known) = 0;

protected:
    story_listener() = default;
    story_listener(const story_listener&) = default;
    story_listener& operator=(const story_listener&) = default;
};

class story_listeners {
public:
    /// `database` must outlive the io_context's run.
    story_listeners(boost::asio::any_io_executor io, storage::db_executor& database, const listener_options& options);
    ~story_listeners();
    story_listeners(const story_listeners&) = delete;
    story_listeners& operator=(const story_listeners&) = delete;

    /// Take a place before looking at what the story is, so that no change falls in between. nullptr when all are
    /// taken.
    std::shared_ptr<story_listener> admit(const std::string& story_id);

    /// The story has this revision now; 0: it was merged or deleted. On any thread.
    void changed(const std::string& story_id, std::int64_t revision);

    /// Changes may have been missed: all stories that are listened to are looked at. On any thread.
    void look_again();

    /// Sends nothing more.
    void stop();

private:
    struct impl;
    std::shared_ptr<impl> impl_;
};

}  // namespace throughline::api
