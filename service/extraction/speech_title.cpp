#include "extraction/speech_title.hpp"

#include "extraction/inflection.hpp"
#include "extraction/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Bytes of a quotation that a title could show, and words of a reported clause.
constexpr std::uint32_t enough_bytes = 400;
constexpr std::size_t enough_words = 60;
/// Code points below which it is not worth beginning to cite.
constexpr std::size_t least_room = 12;

std::string leading_words(const document& doc, span content) {
    std::uint32_t end = std::min(content.end, content.begin + enough_bytes);
    while (end < content.end && (static_cast<unsigned char>(doc.text[end]) & 0xC0) == 0x80) ++end;
    std::string words = doc.text.substr(content.begin, end - content.begin);
    std::replace(words.begin(), words.end(), '\n', ' ');
    while (!words.empty() && (words.back() == ',' || words.back() == '.')) words.pop_back();
    return words;
}

std::string reported_words(const syntax& tree, const quote& said, std::vector<std::uint32_t>& named) {
    const document& doc = tree.doc();
    std::vector<std::uint32_t> words;
    auto at = std::lower_bound(doc.tokens.begin(), doc.tokens.end(), said.content.begin,
                               [](const token& word, std::uint32_t begin) { return word.where.begin < begin; });
    for (; at != doc.tokens.end() && at->where.end <= said.content.end && words.size() < enough_words; ++at) {
        const bool opens = words.empty() && (at->lemma == "that" || at->pos == upos::punct);
        if (!opens) words.push_back(static_cast<std::uint32_t>(at - doc.tokens.begin()));
    }
    return phrase_writer(tree).write(words, named);
}

/// The speaker in the text's words when the name in them only describes ("one Ruritanian official"), else by name.
std::string speaker(const syntax& tree, title_subject& subject, std::uint32_t cue, const quote& said) {
    const document& doc = tree.doc();
    const std::uint32_t who = tree.logical_subject(cue);
    const bool quoted = who != none && said.direct && said.content.contains(tree.at(who).where);
    if (who != none && !quoted && !is_bare_pronoun(tree, who)) {
        const std::uint32_t mention = tree.mention_at(who);
        const bool same = mention == none || !said.speaker || doc.entity_mentions[mention].entity == *said.speaker;
        if (same) return subject.phrase(who);
    }
    if (said.speaker) {
        subject.named().push_back(*said.speaker);
        return doc.entities[*said.speaker].name;
    }
    return shorten(said.speaker_text, longest_title / 3);
}

}  // namespace

bool stands_alone(const document& doc, const quote& said) {
    if (!said.direct) return true;
    const std::string_view words = doc.words(said.content);
    const bool lower = !words.empty() && words.front() >= 'a' && words.front() <= 'z';
    return !lower && std::count(words.begin(), words.end(), ' ') >= 2;
}

std::string speech_title(const syntax& tree, title_subject& subject, std::uint32_t cue, const quote& said) {
    if (!tree.is_verb(cue) || !stands_alone(tree.doc(), said)) return {};
    const std::string who = speaker(tree, subject, cue, said);
    if (who.empty()) return {};
    // "tells" wants its addressee, who is left out here.
    const bool plain = tree.is_passive(cue) || tree.lemma(cue) == "tell";
    const std::string title =
        who + " " + present_tense(plain ? std::string_view("say") : tree.lemma(cue), subject.is_plural());
    const std::size_t room = longest_title - std::min(longest_title, text::length(title) + 3);
    if (room < least_room) return title;
    if (said.direct) return title + " \u201c" + shorten(leading_words(tree.doc(), said.content), room) + "\u201d";
    return title + " " + shorten(reported_words(tree, said, subject.named()), room);
}

}  // namespace throughline::extraction
