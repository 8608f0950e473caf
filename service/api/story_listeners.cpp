#include "api/story_listeners.hpp"

#include "api/story_news.hpp"
#include "log/log.hpp"
#include "metrics/metrics.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

namespace throughline::api {
namespace {

namespace asio = boost::asio;
using std::chrono::steady_clock;

/// Streams written to before others get their turn on the I/O thread.
constexpr std::size_t most_at_once = 256;

/// Heartbeats are spread over so many ticks, so that they do not all fall due together.
constexpr std::size_t beat_slots = 16;

using streams = std::vector<std::shared_ptr<http::body_stream>>;

http::shared_bytes share(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

void log_end(std::exception_ptr failure) {
    if (!failure) return;
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& thrown) {
        log::error("coroutine failed", {{"coroutine", "listeners"}, {"what", thrown.what()}});
    }
}

asio::awaitable<void> send_to(streams readers, http::shared_bytes bytes) {
    const auto io = co_await asio::this_coro::executor;
    for (std::size_t sent = 0; sent < readers.size(); ++sent) {
        if (sent % most_at_once == most_at_once - 1) co_await asio::post(io, asio::use_awaitable);
        readers[sent]->send(bytes);
    }
}

}  // namespace

struct story_listeners::impl : std::enable_shared_from_this<story_listeners::impl> {
    class place;

    /// A story that is listened to.
    struct topic {
        std::vector<place*> places;
        std::int64_t newest = 0;  ///< as announced
        bool doubtful = false;    ///< it may be gone, or have changed unannounced
        bool due = false;         ///< stands in the queue
        steady_clock::time_point since{};
    };

    impl(asio::any_io_executor executor, storage::db_executor& executor_of_database, const listener_options& chosen)
        : io(std::move(executor)),
          database(executor_of_database),
          options(chosen),
          pause(io),
          tick(io),
          events(metrics::get_counter("throughline_stream_events_total", "Events sent to listeners")),
          seconds(metrics::get_histogram("throughline_stream_seconds", "From a change heard of to its last listener",
                                         metrics::duration_bounds())) {}

    void heard(const std::string& story_id, std::int64_t revision) {
        const auto found = topics.find(story_id);
        if (found == topics.end()) return;
        auto& story = found->second;
        if (revision == 0) story.doubtful = true;
        if (revision != 0 && revision <= story.newest) return;
        story.newest = std::max(story.newest, revision);
        queue_up(story_id, story);
    }

    void queue_up(const std::string& story_id, topic& story) {
        if (story.due || stopped) return;
        story.due = true;
        story.since = steady_clock::now();
        queue.push_back(story_id);
        if (telling) return;
        telling = true;
        asio::co_spawn(io, tell_all(shared_from_this()), log_end);
    }

    static asio::awaitable<void> tell_all(std::shared_ptr<impl> self) {
        while (!self->queue.empty() && !self->stopped) {
            const auto story_id = self->queue.front();
            self->queue.pop_front();
            auto telling_one = self->tell(story_id);
            const bool told = co_await std::move(telling_one);
            if (told || self->stopped) continue;
            self->pause.expires_after(self->options.retry);
            co_await self->pause.async_wait(asio::as_tuple(asio::use_awaitable));
        }
        self->telling = false;
    }

    asio::awaitable<bool> tell(std::string story_id);
    void beat();
    static asio::awaitable<void> keep_alive(std::shared_ptr<impl> self);

    asio::any_io_executor io;
    storage::db_executor& database;
    listener_options options;
    asio::steady_timer pause;
    asio::steady_timer tick;
    metrics::counter& events;
    metrics::histogram& seconds;

    std::unordered_map<std::string, topic> topics;
    std::deque<std::string> queue;  ///< stories to be looked at, one at a time
    std::atomic<std::size_t> count{0};
    std::size_t admitted = 0;  ///< ever; spreads the heartbeats
    std::size_t beats = 0;
    bool telling = false;
    bool beating = false;
    bool stopped = false;
};

class story_listeners::impl::place : public story_listener, public std::enable_shared_from_this<place> {
public:
    place(std::shared_ptr<impl> all, std::string story_id)
        : all_(std::move(all)), story_id_(std::move(story_id)), slot(all_->admitted++ % beat_slots) {
        all_->topics[story_id_].places.push_back(this);
        ++all_->count;
    }

    ~place() override {
        --all_->count;
        const auto story = all_->topics.find(story_id_);
        std::erase(story->second.places, this);
        if (story->second.places.empty()) all_->topics.erase(story);
    }

    place(const place&) = delete;
    place& operator=(const place&) = delete;

    void begin(const std::shared_ptr<http::body_stream>& connection, std::string bytes,
               std::int64_t revision) override {
        stream = connection;
        known = revision;
        connection->on_end([self = shared_from_this()] {});
        connection->send(share(std::move(bytes)));
        auto& story = all_->topics.at(story_id_);
        if (story.newest > known || story.doubtful) all_->queue_up(story_id_, story);
        if (all_->beating || all_->stopped) return;
        all_->beating = true;
        asio::co_spawn(all_->io, keep_alive(all_), log_end);
    }

private:
    std::shared_ptr<impl> all_;
    std::string story_id_;

public:
    std::weak_ptr<http::body_stream> stream;  ///< none before it begins
    std::int64_t known = 0;                   ///< told up to this revision
    std::size_t slot;                         ///< when its heartbeat is due
};

/// Looks the story up and tells all who listen. False when the database did not answer; then it is queued again.
asio::awaitable<bool> story_listeners::impl::tell(std::string story_id) {
    auto known = std::numeric_limits<std::int64_t>::max();
    if (const auto story = topics.find(story_id); story != topics.end())
        for (const auto* each : story->second.places)
            if (!each->stream.expired()) known = std::min(known, each->known);
    if (known == std::numeric_limits<std::int64_t>::max()) {
        if (const auto story = topics.find(story_id); story != topics.end()) story->second.due = false;
        co_return true;
    }

    auto job = [story_id, known](storage::transaction& tx) { return read_news(tx, story_id, known); };
    const auto news = co_await database.run("story_news", storage::access::read, std::move(job));
    const auto found = topics.find(story_id);
    if (found == topics.end()) co_return true;
    auto& story = found->second;
    story.due = false;
    const auto begun = story.since;
    const bool gone = !news && (news.failure().code == errc::gone || news.failure().code == errc::not_found);
    if (!news && !gone) {
        queue_up(story_id, story);
        co_return false;
    }

    story.doubtful = false;
    const bool over = gone || !news->successor.empty();
    std::map<std::int64_t, streams> readers;  // by what they know
    for (auto* each : story.places) {
        auto stream = each->stream.lock();
        if (!stream || (!over && each->known >= news->newest)) continue;
        readers[each->known].push_back(std::move(stream));
        if (!over) each->known = news->newest;
    }
    if (!over && story.newest > news->newest) queue_up(story_id, story);
    for (auto& [revision, group] : readers) {
        const auto bytes = share(gone ? gone_event(story_id) : news_events(story_id, *news, revision));
        events.Increment(static_cast<double>(group.size()));
        auto sending = send_to(group, bytes);
        co_await std::move(sending);
        if (over)
            for (const auto& stream : group) stream->end();
    }
    const std::chrono::duration<double> taken = steady_clock::now() - begun;
    if (!readers.empty()) seconds.Observe(taken.count());
    co_return true;
}

void story_listeners::impl::beat() {
    static const auto comment = share(":\n\n");
    const auto slot = beats++ % beat_slots;
    streams due;
    for (const auto& [id, story] : topics)
        for (const auto* each : story.places)
            if (each->slot == slot)
                if (auto stream = each->stream.lock()) due.push_back(std::move(stream));
    for (const auto& stream : due) stream->send(comment);
}

/// One timer for all, as long as anybody listens.
asio::awaitable<void> story_listeners::impl::keep_alive(std::shared_ptr<impl> self) {
    while (!self->topics.empty() && !self->stopped) {
        self->tick.expires_after(self->options.heartbeat / beat_slots);
        co_await self->tick.async_wait(asio::as_tuple(asio::use_awaitable));
        if (!self->stopped) self->beat();
    }
    self->beating = false;
}

story_listeners::story_listeners(asio::any_io_executor io, storage::db_executor& database,
                                 const listener_options& options)
    : impl_(std::make_shared<impl>(std::move(io), database, options)) {}

story_listeners::~story_listeners() = default;

std::shared_ptr<story_listener> story_listeners::admit(const std::string& story_id) {
    if (impl_->count >= impl_->options.most) return nullptr;
    return std::make_shared<impl::place>(impl_, story_id);
}

void story_listeners::changed(const std::string& story_id, std::int64_t revision) {
    // Who takes a place later looks at the story later, too.
    if (impl_->count == 0) return;
    asio::post(impl_->io, [self = impl_, story_id, revision] { self->heard(story_id, revision); });
}

void story_listeners::look_again() {
    if (impl_->count == 0) return;
    asio::post(impl_->io, [self = impl_] {
        for (auto& [story_id, story] : self->topics) {
            story.doubtful = true;
            self->queue_up(story_id, story);
        }
    });
}

void story_listeners::stop() {
    impl_->stopped = true;
    impl_->pause.cancel();
    impl_->tick.cancel();
}

}  // namespace throughline::api
