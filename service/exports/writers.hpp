// One function a format: the whole chronology as one text. What each promises about uncertain dates stands here;
// docs/decisions/0009-exports.md has the reasons. Any UTF-8 may stand in titles, names and quotes.
#pragma once

#include "exports/story_export.hpp"

#include <string>

namespace throughline::exports {

/// TimelineJS3's JSON. An event lies on its first possible day and ends on its last, and says its date in words; with
/// one side open it lies on the day that is known. Undated events stand in the text of the title slide.
std::string write_timelinejs(const story_export& story);

/// JSON Feed 1.1, last changed first. Published and modified are the service's times, never the event's.
std::string write_jsonfeed(const story_export& story);

/// Atom (RFC 4287), last changed first, with the event's date as dcterms:temporal in EDTF.
std::string write_atom(const story_export& story);

/// iCalendar (RFC 5545, 7986): all-day events from the first possible day to the last, DTEND exclusive; undated events
/// as VJOURNAL notes without DTSTART.
std::string write_ical(const story_export& story);

/// CSV (RFC 4180) with a header line. Cells that a spreadsheet would take for a formula begin with an apostrophe.
std::string write_csv(const story_export& story);

/// CommonMark, grouped by the date in words.
std::string write_markdown(const story_export& story);

/// JSON-LD with schema.org's Event and NewsArticle. startDate is given only where ISO 8601 can say it as exactly as it
/// is known (a year, a month, a day); dcterms:temporal holds the EDTF of each.
std::string write_jsonld(const story_export& story);

/// IPTC ninjs 3.1: a composite with one associated event object an entry; a month stays "2018-03".
std::string write_ninjs(const story_export& story);

/// W3C Web Annotation: every passage as an annotation that identifies its event.
std::string write_annotations(const story_export& story);

}  // namespace throughline::exports
