#include "api/kept_timeline.hpp"

#include "http/compression.hpp"
#include "http/negotiation.hpp"
#include "storage/timeline_store.hpp"

namespace throughline::api {

namespace asio = boost::asio;

asio::awaitable<std::optional<cached_timeline>> find_fresh(services& with, std::string key) {
    auto kept = with.timelines.find(key);
    if (!kept || with.feed_up()) co_return kept;
    auto job = [id = kept->story_id](storage::transaction& tx) { return storage::story_revision_number(tx, id); };
    const auto revision = co_await with.database.run("story_revision", storage::access::read, std::move(job));
    if (!revision || *revision != kept->revision) kept.reset();
    co_return kept;
}

asio::awaitable<http::response> send(services& with, const http::request& asked, std::string key, cached_timeline kept,
                                     std::uint64_t read_at) {
    const bool wants_gzip =
        http::preferred_coding(asked.header("Accept-Encoding").value_or("")) == http::content_coding::gzip;
    if (wants_gzip && kept.body->gzip.empty() && http::worth_compressing(kept.body->identity.size())) {
        auto compressing = [body = kept.body] { return http::with_gzip(*body); };
        auto packed = co_await with.compute.run(std::move(compressing));
        if (packed) {
            kept.body = std::move(*packed);
            with.timelines.keep(key, kept, read_at);
        }
    }
    auto made = http::prebuilt(kept.body);
    made.headers.emplace_back("Vary", "Accept");
    if (kept.as != nullptr) {
        made.content_type = kept.as->media_type;
        made.headers.emplace_back("Content-Disposition", "inline; filename=\"" + kept.file_name + '"');
    }
    co_return made;
}

}  // namespace throughline::api
