// What several formats say of an event besides its title: status, sources, the words it rests on.
#pragma once

#include "exports/story_export.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace throughline::exports {

/// The title, with its status where it did not simply occur: "Talks (planned)". Plain text of one line.
std::string told_title(const export_event& event);

/// "3 sources of 2 origins".
std::string sources_words(const export_event& event);

/// "expulsion · 20 March 2018 · denied · 3 sources of 2 origins".
std::string summary_words(const export_event& event);

/// "2 articles of 2 publishers, 14 events".
std::string story_words(const story_export& story);

/// The articles that tell of the event, in the order of its mentions, each with the index of its first mention.
struct telling_article {
    std::size_t article = 0;
    std::size_t mention = 0;
};
std::vector<telling_article> telling_articles(const export_event& event);

/// "Courier: Leaders speak" or whichever of the two is known. Plain text of one line.
std::string article_words(const export_article& article);

/// The day of publication, "2018-03-21".
std::string published_day(const export_article& article);

/// The event in HTML: its summary, then the words of the first three articles with links to them.
std::string event_html(const story_export& story, const export_event& event);

/// The same as plain text, a line each.
std::string event_text(const story_export& story, const export_event& event);

/// Indices of the events, last changed first; in chronological order where that is equal.
std::vector<std::size_t> last_changed_first(const story_export& story);

}  // namespace throughline::exports
