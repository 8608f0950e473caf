// Names into which a page's link was pasted: "Lee Ann Mary LeeVote nears" for "Lee" and a link "Ann Mary Lee".
#include "entities/roster.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

/// Words of a name and its link at most.
constexpr std::uint32_t longest_pasted = 12;

/// Whether a word is a name's word with the next sentence's first one stuck to it: "LeeVote".
bool is_stuck_to(std::string_view word, std::string_view name) {
    return name.size() > 2 && word.size() > name.size() && word.starts_with(name) && word[name.size()] >= 'A' &&
           word[name.size()] <= 'Z' && name.back() >= 'a';
}

}  // namespace

void cut_pasted_links(roster& work) {
    const document& doc = work.doc;
    for (name_span& name : work.names) {
        const std::uint32_t first = name.tokens.first;
        const auto all = static_cast<std::uint32_t>(doc.tokens.size());
        const std::uint32_t end = std::min({name.tokens.last + 1, all, first + longest_pasted});
        for (std::uint32_t stuck = first + 2; stuck < end; ++stuck)
            for (std::uint32_t own = first; own + 1 < stuck && own < name.tokens.last; ++own)
                if (is_stuck_to(doc.word(stuck), doc.word(own))) name.tokens.last = own + 1;
    }
}

}  // namespace throughline::entities
