#include "timeline/diff.hpp"

#include <algorithm>
#include <set>

namespace throughline::timeline {
namespace {

std::string join(const std::vector<std::string>& parts) {
    std::string joined;
    for (const auto& part : parts) joined += (joined.empty() ? "" : ", ") + part;
    return joined;
}

std::size_t added(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    std::vector<std::string> gained;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(gained));
    return gained.size();
}

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

/// What came and what went of the articles that tell of the event: the ground of every other change.
std::string articles_reason(const event_snapshot& before, const event_snapshot& after) {
    const auto gained = added(before.articles, after.articles);
    const auto lost = added(after.articles, before.articles);
    if (gained && lost)
        return counted(gained, "further article") + " and " + counted(lost, "article") + " fewer tell of it.";
    if (gained) return counted(gained, "further article") + (gained == 1 ? " tells of it." : " tell of it.");
    if (lost) return counted(lost, "article") + (lost == 1 ? " no longer tells of it." : " no longer tell of it.");
    return "The articles that tell of it were read anew together with the story's others.";
}

std::string time_reason(const event_snapshot& before, const event_snapshot& after) {
    const auto in_words = [](const std::string& basis) {
        if (basis == "expression") return "words of the text";
        if (basis == "linked") return "the date of another event";
        if (basis == "publication") return "the publication date";
        return "no date";
    };
    if (before.basis == after.basis) return articles_reason(before, after);
    return std::string("It rests on ") + in_words(after.basis) + " instead of " + in_words(before.basis) + ".";
}

class comparison {
public:
    comparison(const event_snapshot& before, const event_snapshot& after)
        : before_(before), after_(after), reason_(articles_reason(before, after)) {}

    std::vector<field_change> changes() {
        add("type", before_.type, after_.type, reason_);
        add("title", before_.title, after_.title, reason_);
        if (before_.edtf != after_.edtf || before_.basis != after_.basis)
            changes_.push_back({"time", before_.edtf, after_.edtf, time_reason(before_, after_)});
        add("status", before_.status, after_.status, reason_);
        add("participants", join(before_.participants), join(after_.participants), reason_);
        add("sources", join(before_.articles), join(after_.articles), reason_);
        add("source_count", std::to_string(before_.source_count), std::to_string(after_.source_count), reason_);
        add("origin_count", std::to_string(before_.origin_count), std::to_string(after_.origin_count), reason_);
        return std::move(changes_);
    }

private:
    void add(const char* field, const std::string& before, const std::string& after, const std::string& reason) {
        if (before != after) changes_.push_back({field, before, after, reason});
    }

    const event_snapshot& before_;
    const event_snapshot& after_;
    std::string reason_;
    std::vector<field_change> changes_;
};

}  // namespace

event_snapshot snapshot(const timeline_event& event, std::span<const article_record> articles) {
    event_snapshot shown;
    shown.type = event.type;
    shown.title = event.title;
    shown.edtf = event.time.edtf;
    shown.basis = name(event.time.basis);
    shown.status = name(event.status);
    for (const auto& participant : event.participants) shown.participants.push_back(participant.name);
    std::sort(shown.participants.begin(), shown.participants.end());
    std::set<std::string> keys;
    for (const auto& ref : event.mentions) keys.insert(articles[ref.article].key);
    shown.articles.assign(keys.begin(), keys.end());
    shown.source_count = event.source_count;
    shown.origin_count = event.origin_count;
    return shown;
}

std::vector<field_change> diff(const event_snapshot& before, const event_snapshot& after) {
    return comparison(before, after).changes();
}

}  // namespace throughline::timeline
