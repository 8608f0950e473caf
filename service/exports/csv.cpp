#include "exports/addresses.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <cstdio>
#include <set>
#include <string_view>

namespace throughline::exports {
namespace {

constexpr std::string_view header =
    "id,start,end,edtf,granularity,basis,status,type,title,participants,source_count,origin_count,salience,publishers,"
    "quote,url\r\n";

void append(std::string& list, const std::string& item) { (list += list.empty() ? "" : "; ") += item; }

std::string people(const export_event& event) {
    std::string list;
    for (const auto& participant : event.participants)
        append(list, one_line(participant.name) + " (" + participant.role + ')');
    return list;
}

/// Each once; an article without one is named by its headline.
std::string publishers(const story_export& story, const export_event& event) {
    std::string list;
    std::set<std::string_view> listed;
    for (const auto& telling : telling_articles(event)) {
        const auto& article = story.articles[telling.article];
        const std::string_view name = article.publisher.empty() ? article.headline : article.publisher;
        if (listed.insert(name).second) append(list, one_line(name));
    }
    return list;
}

std::string decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return text;
}

std::string day_cell(const std::optional<day>& value) { return value ? to_string(*value) : ""; }

std::string row(const story_export& story, const export_event& event) {
    const auto& time = event.time;
    std::string line = event.id + ',' + day_cell(time.first) + ',' + day_cell(time.last) + ',' + time.edtf + ',' +
                       time.granularity + ',' + time.basis + ',' + event.status + ',';
    line += csv_cell(event.type) + ',' + csv_cell(event.title) + ',' + csv_cell(people(event)) + ',';
    line += std::to_string(event.source_count) + ',' + std::to_string(event.origin_count) + ',';
    line += decimal(event.salience) + ',' + csv_cell(publishers(story, event)) + ',';
    line += csv_cell(event.mentions.empty() ? "" : event.mentions.front().exact) + ',';
    return line + csv_cell(event_address(story, event)) + "\r\n";
}

}  // namespace

std::string write_csv(const story_export& story) {
    std::string text(header);
    for (const auto& event : story.events) text += row(story, event);
    return text;
}

}  // namespace throughline::exports
