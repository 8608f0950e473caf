// What the names that a page gives its elements (class, id, role) say of them (data/page_hints.tsv).
#pragma once

#include <string_view>
#include <unordered_set>

namespace throughline::ingest {

struct page_hints {
    std::unordered_set<std::string_view> outside;    ///< surroundings of the article
    std::unordered_set<std::string_view> notice;     ///< notices that stand before an article or in its place
    std::unordered_set<std::string_view> role;       ///< ARIA roles of surroundings
    std::unordered_set<std::string_view> date;       ///< a line with the article's date
    std::unordered_set<std::string_view> published;  ///< words that say when it came out
    std::unordered_set<std::string_view> modified;   ///< words that say when it was changed
};

const page_hints& hints();

/// Whether one of the words that a class or id is made of ("story-relatedLinks" has three) is among `words`.
bool names_any(std::string_view names, const std::unordered_set<std::string_view>& words);

}  // namespace throughline::ingest
