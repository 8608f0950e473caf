#include "jobs/field_changes.hpp"

#include <boost/json.hpp>

#include <array>

namespace throughline::jobs {
namespace {

namespace json = boost::json;

constexpr std::array told{"type", "title", "time", "status", "participants", "source_count", "origin_count", "links"};

json::object parse(std::string_view document) {
    return json::parse(json::string_view(document.data(), document.size())).as_object();
}

json::value member(const json::object& of, const char* name) {
    const auto* found = of.if_contains(name);
    return found ? *found : json::value();
}

json::array list(const std::vector<std::string>& articles) {
    json::array ids;
    for (const auto& article : articles) ids.emplace_back(article);
    return ids;
}

void compare(json::array& changes, const char* name, json::value before, json::value after) {
    if (before == after) return;
    changes.push_back({{"name", name}, {"before", std::move(before)}, {"after", std::move(after)}});
}

}  // namespace

std::string field_changes(std::string_view document_before, std::string_view document_after,
                          const std::vector<std::string>& articles_before,
                          const std::vector<std::string>& articles_after) {
    json::array changes;
    if (document_before != document_after) {
        const auto before = parse(document_before);
        const auto after = parse(document_after);
        for (const auto* name : told) compare(changes, name, member(before, name), member(after, name));
    }
    compare(changes, "sources", list(articles_before), list(articles_after));
    return changes.empty() ? std::string() : json::serialize(changes);
}

}  // namespace throughline::jobs
