#include "entities/names.hpp"
#include "entities/roster.hpp"
#include "resources/rows.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <unordered_set>

namespace throughline::entities {
namespace {

bool is_credit_word(std::string_view word) {
    static const auto listed = [] {
        std::unordered_set<std::string> words;
        for (const auto& row : resources::rows("service/entities/data/credit_words.tsv")) words.emplace(row.front());
        return words;
    }();
    return listed.contains(text::lower(word));
}

/// "Ann Lee/Picture Agency": a stroke without blanks joins the name to another one.
bool is_joined_by_stroke(const document& doc, const name_span& name) {
    const std::uint32_t after = name.tokens.last;
    const std::uint32_t before = name.tokens.first;
    return (before > 0 && doc.word(before - 1) == "/") || (after < doc.tokens.size() && doc.word(after) == "/");
}

/// "Photo: Ann Lee", "Photograph by Ann Lee".
bool follows_credit_word(const roster& work, const name_span& name) {
    const std::uint32_t first = name.tokens.first;
    if (first < 2) return false;
    const std::string_view link = work.doc.word(first - 1);
    return (link == ":" || link == "by" || link == "By") && is_credit_word(work.doc.word(first - 2));
}

std::string last_word(const roster& work, const name_span& name) {
    return fold_name(work.doc.word(name.tokens.last - 1));
}

}  // namespace

void drop_credits(roster& work) {
    const auto is_credit = [&](const name_span& name) {
        return name.kind == entity_kind::person && name.tokens.size() > 1 &&
               (is_joined_by_stroke(work.doc, name) || follows_credit_word(work, name));
    };
    if (std::none_of(work.names.begin(), work.names.end(), is_credit)) return;
    std::unordered_set<std::string> named;  // elsewhere than in a credit
    for (const name_span& name : work.names)
        if (!is_credit(name)) named.insert(last_word(work, name));
    std::erase_if(work.names,
                  [&](const name_span& name) { return is_credit(name) && !named.contains(last_word(work, name)); });
}

}  // namespace throughline::entities
