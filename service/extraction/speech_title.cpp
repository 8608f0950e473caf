#include "extraction/speech_title.hpp"

#include "extraction/clause_marks.hpp"
#include "extraction/inflection.hpp"
#include "extraction/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

/// Words of the phrase that may open a reported clause: "that on the first day of the talks, …".
constexpr std::uint32_t longest_opening = 12;
/// Words with a meaning of their own below which a report does not tell what was said: "would not come".
constexpr std::size_t fewest_content_words = 2;
/// Code points below which it is not worth beginning to cite.
constexpr std::size_t least_room = 12;

bool is_nominal(const syntax& tree, std::uint32_t t) { return tree.is_noun(t) || tree.at(t).pos == upos::pron; }

/// "Ruritanian", "Democratic": a people or party told of in the singular.
bool is_adjective(const entity& who) {
    return who.kind == entity_kind::group && !who.name.ends_with('s') && who.name.find(' ') == std::string::npos;
}

/// Whether a report stands whole beside its verb, or behind "that", an adverb, a date or the one who is told: elsewhere
/// the tree has lost the words with which it begins.
bool begins_report(const syntax& tree, const quote& said) {
    const token_range told = tokens_in(tree.doc(), said.content);
    if (told.empty() || told.first < said.cue) return true;
    const auto below = tree.children(said.cue);
    for (std::uint32_t t = said.cue + 1; t < told.first; ++t) {
        const upos pos = tree.at(t).pos;
        const bool opens = t + 1 == told.first && (pos == upos::sconj || tree.doc().word(t) == "that");
        if (opens || pos == upos::punct || pos == upos::adv || pos == upos::adp || tree.timex_at(t) != none) continue;
        const bool belongs_to_cue = std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
            const deprel relation = universal(tree.at(c).relation);
            return tree.subtree(c).contains(t) &&
                   (relation == deprel::obj || relation == deprel::iobj || relation == deprel::obl);
        });
        if (!belongs_to_cue) return false;
    }
    return true;
}

/// A reported clause as far as there is room, without the one who is told and the phrase before a comma that may open
/// it; "" when there is none.
std::string reported_words(const syntax& tree, const quote& said, written_words& before, std::size_t room,
                           clarity wanted) {
    const phrase_writer phrases(tree);
    written_words before_all = before;
    token_range clause = tokens_in(tree.doc(), said.content);
    // "told the paper she would go"
    for (const deprel addressed : {deprel::iobj, deprel::obj}) {
        const std::uint32_t whom = tree.child(said.cue, addressed);
        if (whom == none || !clause.contains(whom) || !is_nominal(tree, whom)) continue;
        clause.first = std::min(clause.last, std::max(clause.first, whom + 1));
    }
    word_run run = words_of_clause(tree, clause);
    for (std::uint32_t t = clause.first; run.ends.empty() && t < std::min(clause.last, clause.first + longest_opening);
         ++t) {
        if (tree.at(t).penn != xpos::comma) continue;
        clause.first = t + 1;
        run = words_of_clause(tree, clause);
        break;
    }
    // "said said the dam holds": the words begin with a verb whose subject is lost.
    if (!run.words.empty() && is_finite(tree.at(run.words.front()))) before.leans = true;
    if (content_words(tree, clause) < fewest_content_words) before.leans = true;
    if (!clause.empty() && tree.lemma(clause.first) == "whether") before.leans = true;
    std::string words = phrases.longest(run, before, room, none);
    // Fewer words than there is room for, since the others lean on the text, are not what was said.
    if (wanted == clarity::every_word && !run.ends.empty() && !run.is_torn(run.ends.back())) {
        const auto end = run.words.begin() + static_cast<std::ptrdiff_t>(run.ends.back());
        const std::size_t all = text::length(phrases.write({run.words.begin(), end}, before_all));
        before.leans = before.leans || (all <= room && all > text::length(words));
    }
    // "The dam holds, engineers say": what began a sentence begins it no more.
    const std::uint32_t first = run.words.empty() ? none : run.words.front();
    const bool common = first != none && tree.mention_at(first) == none && tree.at(first).pos != upos::propn &&
                        tree.lemma(first) != "I" && words.starts_with(tree.doc().word(first));
    if (common && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
    // Where no whole phrase fits: what fits of the clause.
    if (words.empty() && !run.ends.empty()) {
        run.words.resize(run.ends.back());
        words = shorten(phrases.write(run.words, before), room);
    }
    return words;
}

/// "Fox & Friends", "The Long Way Home": every word of some length begins with a capital.
bool is_name_of_work(std::string_view words) {
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        if (end - begin > 3 && words[begin] >= 'a' && words[begin] <= 'z') return false;
        begin = end + 1;
    }
    return words.size() < longest_title;
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
    subject.words().has_subject = true;
    if (said.speaker) {
        // "Ruritanian says": an adjective that was taken for the one who speaks.
        if (is_adjective(doc.entities[*said.speaker])) return {};
        subject.words().named.push_back(*said.speaker);
        const entity& named = doc.entities[*said.speaker];
        subject.words().person_subject = named.kind == entity_kind::person;
        subject.words().plural_subject = named.kind == entity_kind::group && named.name.ends_with('s');
        return doc.entities[*said.speaker].name;
    }
    return shorten(said.speaker_text, longest_title / 3);
}

}  // namespace

token_range tokens_in(const document& doc, span words) {
    const auto first =
        std::lower_bound(doc.tokens.begin(), doc.tokens.end(), words.begin,
                         [](const token& word, std::uint32_t begin) { return word.where.begin < begin; });
    const auto last = std::lower_bound(first, doc.tokens.end(), words.end,
                                       [](const token& word, std::uint32_t end) { return word.where.end <= end; });
    return {static_cast<std::uint32_t>(first - doc.tokens.begin()),
            static_cast<std::uint32_t>(last - doc.tokens.begin())};
}

bool stands_alone(const document& doc, const quote& said) {
    if (!said.direct) return true;
    const std::string_view words = doc.words(said.content);
    const bool lower = !words.empty() && words.front() >= 'a' && words.front() <= 'z';
    return !lower && std::count(words.begin(), words.end(), ' ') >= 2 && !is_name_of_work(words);
}

std::string speech_title(const syntax& tree, title_subject& subject, std::uint32_t cue, const quote& said,
                         clarity wanted) {
    if (!tree.is_verb(cue) || !stands_alone(tree.doc(), said)) return {};
    const std::string who = speaker(tree, subject, cue, said);
    if (who.empty()) return {};
    // "tells" wants its addressee, who is left out here.
    const bool plain = tree.is_passive(cue) || tree.lemma(cue) == "tell";
    const std::uint32_t particle = plain ? none : tree.child(cue, deprel::compound_prt);
    std::string title =
        who + " " + present_tense(plain ? std::string_view("say") : tree.lemma(cue), subject.is_plural());
    if (particle == cue + 1) title += " " + std::string(tree.doc().word(particle));  // "points out"
    const std::size_t room = longest_title - std::min(longest_title, text::length(title) + 3);
    if (room < least_room) return title;
    if (said.direct) {
        const cut_words cut = cut_quotation(tree, tokens_in(tree.doc(), said.content), room, wanted);
        subject.words().leans = subject.words().leans || !cut.whole;
        return cut.words.empty() ? cut.words : title + " \u201c" + cut.words + "\u201d";
    }
    subject.words().leans = subject.words().leans || !begins_report(tree, said);
    const std::string told = reported_words(tree, said, subject.words(), room, wanted);
    return told.empty() ? told : title + " " + told;
}

}  // namespace throughline::extraction
