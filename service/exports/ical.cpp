#include "exports/addresses.hpp"
#include "exports/date_words.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <string_view>

namespace throughline::exports {
namespace {

constexpr std::size_t longest_line = 75;  // bytes, RFC 5545, section 3.1

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

/// Writes a content line, folded between characters. The value is escaped already.
void line(std::string& out, std::string_view name, std::string_view value) {
    const std::string whole = std::string(name) + ':' + std::string(value);
    std::size_t begin = 0;
    std::size_t room = longest_line;
    while (whole.size() - begin > room) {
        auto end = begin + room;
        while (continues_character(whole[end])) --end;
        out.append(whole, begin, end - begin);
        out += "\r\n ";
        begin = end;
        room = longest_line - 1;
    }
    out.append(whole, begin, std::string::npos);
    out += "\r\n";
}

/// The digits of a day or of an RFC 3339 time up to its seconds: "20180320", "20180320T140500Z".
std::string compact(std::string_view text, std::size_t length) {
    std::string digits;
    for (const char letter : text.substr(0, length))
        if (letter != '-' && letter != ':') digits += letter;
    return digits;
}
std::string date(day value) { return compact(to_string(value), 10); }
/// iCalendar's years have four digits and no sign.
bool has_date(day value) { return value >= day(std::chrono::year(1) / 1 / 1); }
std::string utc_time(std::string_view rfc3339) { return compact(rfc3339, 19) + 'Z'; }

std::string summary(const export_event& event) {
    const auto title = told_title(event);
    if (!event.time.first && !event.time.last) return title;
    const bool shown = event.time.first && event.time.last && has_date(*event.time.first);
    return shown ? title : title + " (" + date_words(event.time.first, event.time.last) + ')';
}

void component(std::string& out, const story_export& story, const export_event& event) {
    const auto& begin = event.time.first ? event.time.first : event.time.last;
    const bool dated = begin && has_date(*begin);
    const std::string_view kind = dated ? "VEVENT" : "VJOURNAL";
    line(out, "BEGIN", kind);
    line(out, "UID", event.id + "@throughline");
    line(out, "DTSTAMP", utc_time(event.changed_at));
    line(out, "CREATED", utc_time(event.added_at));
    line(out, "LAST-MODIFIED", utc_time(event.changed_at));
    if (dated) {
        const auto last = event.time.last ? *event.time.last : *begin;
        line(out, "DTSTART;VALUE=DATE", date(*begin));
        line(out, "DTEND;VALUE=DATE", date(last + std::chrono::days(1)));
        line(out, "TRANSP", "TRANSPARENT");
        line(out, "STATUS", event.status == "occurred" ? "CONFIRMED" : "TENTATIVE");
    } else {
        line(out, "STATUS", "FINAL");
    }
    line(out, "SUMMARY", ical_text(summary(event)));
    line(out, "DESCRIPTION", ical_text(event_text(story, event)));
    line(out, "CATEGORIES", ical_text(one_line(event.type)));
    line(out, "URL", event_address(story, event));
    if (!event.time.edtf.empty()) line(out, "X-THROUGHLINE-EDTF", ical_text(event.time.edtf));
    line(out, "END", kind);
}

}  // namespace

std::string write_ical(const story_export& story) {
    std::string out;
    line(out, "BEGIN", "VCALENDAR");
    line(out, "VERSION", "2.0");
    line(out, "PRODID", "-//Throughline//Story timeline//EN");
    line(out, "CALSCALE", "GREGORIAN");
    line(out, "METHOD", "PUBLISH");
    line(out, "UID", story.id + "@throughline");
    line(out, "NAME", ical_text(one_line(story.title)));
    line(out, "X-WR-CALNAME", ical_text(one_line(story.title)));
    line(out, "DESCRIPTION", ical_text(story_words(story)));
    line(out, "LAST-MODIFIED", utc_time(story.updated_at));
    line(out, "URL", story_address(story));
    line(out, "SOURCE;VALUE=URI", story.self);
    line(out, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    for (const auto& event : story.events) component(out, story, event);
    line(out, "END", "VCALENDAR");
    return out;
}

}  // namespace throughline::exports
