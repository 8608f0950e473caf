#include "api/story_news.hpp"

#include "api/change_json.hpp"
#include "storage/story_store.hpp"
#include "storage/timeline_store.hpp"

namespace throughline::api {
namespace {

/// Changes told one by one at most; with more a client is better off with the whole timeline.
constexpr std::uint32_t most_changes = 1000;

constexpr auto retry_milliseconds = "2000";

std::string event(std::string_view name, std::optional<std::int64_t> id, const std::string& data) {
    std::string text = "event: ";
    text += name;
    if (id) text += "\nid: " + std::to_string(*id);
    return text + "\ndata: " + data + "\n\n";
}

std::string start_of(const std::string& story_id) { return "{\"story_id\":\"" + story_id + '"'; }

std::string change_event(const std::string& story_id, const storage::revision_changes& revision) {
    return event("change", revision.revision,
                 start_of(story_id) + ",\"revision\":" + std::to_string(revision.revision) + ",\"changes\":[" +
                     changes_json(revision) + "]}");
}

}  // namespace

result<story_news> read_news(storage::transaction& tx, const std::string& story_id, std::optional<std::int64_t> known) {
    story_news news;
    const auto newest = storage::story_revision_number(tx, story_id);
    if (newest) news.newest = *newest;
    if (newest && !known) return news;
    if (newest && *known > *newest) {
        news.incomplete = true;
        return news;
    }
    auto page = storage::list_changes(tx, story_id, {known.value_or(0), storage::everything_of_revision}, most_changes);
    if (page) {
        news.newest = page->newest;
        news.revisions = std::move(page->revisions);
        news.incomplete = page->next.has_value();
        return news;
    }
    if (page.failure().code != errc::not_found) return page.failure();
    const auto successor = storage::find_redirect(tx, story_id);
    if (!successor) return page.failure();
    news.successor = *successor;
    return news;
}

std::string news_events(const std::string& story_id, const story_news& news, std::int64_t known) {
    if (!news.successor.empty())
        return event("moved", std::nullopt, start_of(story_id) + ",\"replaced_by\":\"" + news.successor + "\"}");
    if (news.incomplete)
        return event("reset", news.newest, start_of(story_id) + ",\"revision\":" + std::to_string(news.newest) + '}');
    std::string events;
    for (const auto& revision : news.revisions)
        if (revision.revision > known) events += change_event(story_id, revision);
    return events;
}

std::string gone_event(const std::string& story_id) { return event("gone", std::nullopt, start_of(story_id) + '}'); }

std::string opening(std::int64_t revision) {
    // An id without data makes no event, but is what the client comes back with.
    return std::string("retry: ") + retry_milliseconds + "\nid: " + std::to_string(revision) + "\n\n";
}

}  // namespace throughline::api
