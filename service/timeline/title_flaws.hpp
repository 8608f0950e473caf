// What keeps a title from standing alone.
#pragma once

#include <set>
#include <string_view>

namespace throughline::timeline {

/// How many of these a title shows: it breaks off; it names somebody by a pronoun that only its text explains; it is a
/// bare word or two; it holds marks of a page's layout. What stands between quotation marks is the speaker's own.
int title_flaws(std::string_view title);

/// The words of a title, each once.
std::set<std::string_view> title_words(std::string_view title);

}  // namespace throughline::timeline
