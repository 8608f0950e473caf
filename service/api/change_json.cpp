#include "api/change_json.hpp"

#include "api/json_text.hpp"

#include <boost/json.hpp>

namespace throughline::api {
namespace {

namespace json = boost::json;

std::string change_json(const storage::revision_changes& revision, const storage::event_change& change) {
    json::object object;
    object["revision"] = revision.revision;
    object["published_at"] = revision.published_at;
    object["kind"] = change.kind;
    object["event_id"] = change.event_id;
    object["title"] = change.title;
    add_text(object, "into", change.into);
    object["reason"] = change.reason;
    if (!change.article_id.empty()) {
        json::object article{{"id", change.article_id}, {"headline", change.headline}};
        add_text(article, "publisher", change.publisher);
        object["article"] = std::move(article);
    }
    return change.fields.empty() ? json::serialize(object) : with_member(object, "fields", change.fields);
}

}  // namespace

std::string changes_json(const storage::revision_changes& revision) {
    std::string text;
    for (const auto& change : revision.changes) {
        if (!text.empty()) text += ',';
        text += change_json(revision, change);
    }
    return text;
}

}  // namespace throughline::api
