#include "extraction/attribution.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Types to which a statement can narrow, the most telling first.
constexpr std::string_view narrower_types[] = {"denial", "criticism", "threat", "demand"};

/// Bytes; a longer quotation is a speech, whose parts are not its speaker's one act.
constexpr std::uint32_t longest_content = 4000;

/// Whether the word at a byte of the text only describes the noun behind it: "the false claims".
bool is_attribute(const document& doc, std::uint32_t byte) {
    const auto at = std::lower_bound(doc.tokens.begin(), doc.tokens.end(), byte,
                                     [](const token& word, std::uint32_t begin) { return word.where.begin < begin; });
    return at != doc.tokens.end() && at->where.begin == byte && at->relation == deprel::amod;
}

/// Whether a phrase begins at a word's begin ("lies", but not in "supplies") and is asserted.
bool says(const document& doc, std::uint32_t begin, std::string_view words, std::string_view phrase) {
    for (std::size_t at = words.find(phrase); at != std::string_view::npos; at = words.find(phrase, at + 1)) {
        const bool begins_word = at == 0 || words[at - 1] < 'a' || words[at - 1] > 'z';
        const bool word = phrase.find(' ') == std::string_view::npos;
        if (begins_word && !(word && is_attribute(doc, begin + static_cast<std::uint32_t>(at)))) return true;
    }
    return false;
}

}  // namespace

attributor::attributor(const syntax& tree, const ontology& types)
    : tree_(tree), types_(types), quote_at_(tree.doc().tokens.size(), none) {
    // Wider contents first, so that the inner ones overwrite them.
    const document& doc = tree.doc();
    std::vector<std::uint32_t> order(doc.quotes.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        return doc.quotes[left].content.size() > doc.quotes[right].content.size();
    });
    for (const std::uint32_t i : order) {
        const span content = doc.quotes[i].content;
        if (content.size() > longest_content) continue;
        auto at = std::lower_bound(doc.tokens.begin(), doc.tokens.end(), content.begin,
                                   [](const token& word, std::uint32_t begin) { return word.where.begin < begin; });
        for (; at != doc.tokens.end() && at->where.end <= content.end; ++at)
            quote_at_[static_cast<std::size_t>(at - doc.tokens.begin())] = i;
    }
}

void attributor::attribute(const trigger_match& match, event_mention& mention) const {
    const document& doc = tree_.doc();
    const std::uint32_t own = tree_.quote_by_cue(match.predicate());
    const std::uint32_t around = quote_at_[match.token];
    if (around != none) {
        const quote& said = doc.quotes[around];
        mention.quote = around;
        mention.attributed_to = said.speaker ? doc.entities[*said.speaker].name : said.speaker_text;
    }
    if (own == none) return;
    mention.quote = own;
    const quote& said = doc.quotes[own];
    if (said.speaker) {
        const auto known = std::find_if(mention.participants.begin(), mention.participants.end(),
                                        [&](const mention_participant& part) { return part.entity == *said.speaker; });
        if (known == mention.participants.end())
            mention.participants.insert(mention.participants.begin(), {*said.speaker, participant_role::actor});
        else
            known->role = participant_role::actor;
    }
    if (mention.type != "statement" || said.content.size() > longest_content) return;
    const std::string words = text::lower(doc.words(said.content));
    for (const std::string_view name : narrower_types) {
        const std::size_t type = types_.find_type(name);
        if (type == types_.types().size()) continue;
        const std::vector<std::string>& phrases = types_.types()[type].content;
        if (std::any_of(phrases.begin(), phrases.end(),
                        [&](const std::string& phrase) { return says(doc, said.content.begin, words, phrase); })) {
            mention.type = name;
            return;
        }
    }
}

}  // namespace throughline::extraction
