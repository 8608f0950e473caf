#include "language/inverted_subjects.hpp"

#include <vector>

namespace throughline::language {
namespace {

bool is_finite(const token& t) { return t.pos == upos::verb && (t.penn == xpos::vbd || t.penn == xpos::vbz); }

/// Whether the words before `i` end a quotation that is told: a mark and a comma or the like, in either order.
bool follows_quotation(const document& doc, token_range sentence, std::uint32_t i) {
    if (i < sentence.first + 2) return false;
    const auto& last = doc.tokens[i - 1];
    const auto& before = doc.tokens[i - 2];
    const auto closes = [](const token& t) { return t.penn == xpos::quote_close; };
    const auto pauses = [](const token& t) { return t.penn == xpos::comma || t.penn == xpos::period; };
    return (closes(last) && pauses(before)) || (pauses(last) && closes(before));
}

bool is_subject(deprel relation) {
    return universal(relation) == deprel::nsubj || universal(relation) == deprel::csubj;
}

}  // namespace

void turn_inverted_subjects(document& doc) {
    struct dependents {
        std::uint32_t object = token::no_head;  ///< the first one behind its verb
        bool subject = false;
    };
    std::vector<dependents> of(doc.tokens.size());
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
        const auto& it = doc.tokens[i];
        if (it.head == token::no_head) continue;
        auto& known = of[it.head];
        if (is_subject(it.relation)) known.subject = true;
        if (it.relation == deprel::obj && i > it.head && known.object == token::no_head) known.object = i;
    }
    for (const auto& sentence : doc.sentences)
        for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i)
            if (of[i].object != token::no_head && !of[i].subject && is_finite(doc.tokens[i]) &&
                follows_quotation(doc, sentence.tokens, i))
                doc.tokens[of[i].object].relation = deprel::nsubj;
}

}  // namespace throughline::language
