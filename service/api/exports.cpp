#include "api/exports.hpp"

#include "api/failures.hpp"
#include "api/kept_timeline.hpp"
#include "api/lookup.hpp"
#include "api/public_address.hpp"
#include "api/timeline_parameters.hpp"
#include "core/ids.hpp"
#include "exports/read_events.hpp"
#include "storage/export_store.hpp"

#include <utility>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

/// A timeline and its evidence, of one transaction.
struct stored_export {
    storage::story head;
    std::vector<exports::export_event> events;
    storage::story_evidence evidence;
};

result<stored_export> read_stored(storage::transaction& tx, const storage::timeline_query& query) {
    const auto page = storage::read_timeline(tx, query);
    if (!page) return page.failure();
    stored_export stored;
    stored.head = page->head;
    stored.events = exports::read_events(page->events);
    std::vector<std::string> ids;
    for (const auto& event : stored.events) ids.push_back(event.id);
    stored.evidence = storage::read_evidence(tx, query.story_id, ids);
    return stored;
}

exports::export_mention to_export(storage::evidence_mention& mention) {
    return {mention.article,           std::move(mention.exact), std::move(mention.prefix),
            std::move(mention.suffix), mention.position,         std::move(mention.attributed_to)};
}

exports::story_export to_export(stored_export stored, std::string base, std::string self) {
    exports::story_export story;
    story.id = stored.head.id;
    story.title = stored.head.title;
    story.revision = stored.head.revision;
    story.article_count = stored.head.article_count;
    story.publisher_count = stored.head.publisher_count;
    story.updated_at = stored.head.updated_at;
    story.base = std::move(base);
    story.self = std::move(self);
    for (auto& article : stored.evidence.articles)
        story.articles.push_back({std::move(article.id), article.version, std::move(article.url),
                                  std::move(article.headline), std::move(article.publisher),
                                  std::move(article.published_at)});
    story.events = std::move(stored.events);
    for (auto& event : story.events) {
        for (auto& mention : stored.evidence.mentions[event.id]) event.mentions.push_back(to_export(mention));
        auto& told = stored.evidence.told[event.id];
        event.added_at = told.added_at.empty() ? story.updated_at : std::move(told.added_at);
        event.changed_at = told.changed_at.empty() ? story.updated_at : std::move(told.changed_at);
    }
    return story;
}

storage::timeline_query read_query(parameters& given, const http::request& asked) {
    auto query = read_filters(given, asked);
    query.limit = 0;
    for (const auto* name : {"limit", "cursor"})
        if (asked.parameter_value(name))
            given.refuse(errc::invalid_field, "An export is one whole; filters and max make it shorter.", name);
    return query;
}

}  // namespace

asio::awaitable<http::response> get_export(services& with, const http::request& asked, const exports::format& as) {
    parameters given(asked, {"from", "to", "type", "participant", "min_sources", "max", "format", "limit", "cursor"});
    const auto query = read_query(given, asked);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (!is_id(query.story_id, id_kind::story))
        co_return failed(asked, {errc::not_found, "There is no story with this id.", ""});

    const std::string base = public_address(with, asked);
    const std::string self =
        base + "/v1/stories/" + query.story_id + "/timeline?format=" + std::string(as.name) + filter_text(asked);
    const auto read_at = with.timelines.now();
    auto looking = find_fresh(with, self);
    auto kept = co_await std::move(looking);
    if (!kept) {
        auto job = [query](storage::transaction& tx) {
            return look_up(tx, query.story_id, [&] { return read_stored(tx, query); });
        };
        auto found = co_await with.database.run("export", storage::access::read, std::move(job));
        if (!found) co_return failed(asked, found.failure());
        if (!found->value) co_return moved(asked, found->successor);

        auto writing = [stored = std::move(*found->value), base, self, &as]() mutable {
            const auto story = to_export(std::move(stored), base, self);
            cached_timeline made{story.id, story.revision, http::make_prebuilt(as.write(story)), &as,
                                 exports::file_name(story, as)};
            return made;
        };
        auto made = co_await with.compute.run(std::move(writing));
        if (!made) co_return failed(asked, made.failure());
        kept = std::move(*made);
        with.timelines.keep(self, *kept, read_at);
    }
    auto sending = send(with, asked, self, std::move(*kept), read_at);
    co_return co_await std::move(sending);
}

}  // namespace throughline::api
