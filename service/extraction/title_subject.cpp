#include "extraction/title_subject.hpp"

#include "extraction/acting_names.hpp"
#include "extraction/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::extraction {

namespace {

/// "Germans", "Turkish officials".
bool is_plural_name(const entity& who) { return who.kind == entity_kind::group && who.name.ends_with('s'); }

}  // namespace

std::string title_subject::phrase(std::uint32_t subject) {
    if (const std::uint32_t name = person_in_apposition(tree_, subject); name != none) {
        plural_ = false;
        return phrases_.write({name}, named_);
    }
    // What stands in one piece around the subject, up to a verb: beyond it the tree is wrong.
    const auto kept = phrases_.keep(subject);
    const auto is_verbal = [&](std::uint32_t t) {
        const token& word = tree_.at(t);
        return tree_.mention_at(t) == none && t != subject &&
               (word.pos == upos::aux || word.penn == xpos::vbd || word.penn == xpos::vbz || word.penn == xpos::vbp ||
                word.penn == xpos::rb || (word.penn == xpos::vbn && t > subject));
    };
    // "GENEVA — The minister": what stands before a dash is no part of the subject.
    const auto is_dash = [&](std::uint32_t t) {
        const std::string_view before = t > 0 ? tree_.doc().word(t - 1) : std::string_view();
        return before == "\u2014" || before == "\u2013" || before == "--";
    };
    std::vector<std::uint32_t> words;
    for (const std::uint32_t t : kept) {
        if (tree_.lemma(t).ends_with("self") || tree_.doc().word(t).ends_with("selves")) continue;  // "Lee herself"
        if (t <= subject && is_dash(t)) words.clear();
        // "by accusing Ann Lee": what governs a name is no part of it.
        if (t < subject && tree_.at(t).penn == xpos::vbg && tree_.mention_at(subject) != none) continue;
        if (!is_verbal(t))
            words.push_back(t);
        else if (t < subject)
            words.clear();
        else
            break;
    }
    words = phrases_.without_opening(std::move(words), false);
    while (words.size() > 1 && tree_.at(words.back()).penn == xpos::pos) words.pop_back();
    plural_ = heads_plural(subject);
    const auto before = named_;
    std::string text = phrases_.write(words, named_);
    if (text::length(text) <= longest_title / 2) return text;
    // "The leaders of the two largest parties and their allies": the noun with what stands before it.
    std::erase_if(words, [&](std::uint32_t t) { return t > subject; });
    named_ = before;
    text = phrases_.write(words, named_);
    if (text::length(text) <= longest_title / 2) return text;
    named_ = before;
    return phrases_.write({subject}, named_);
}

std::string title_subject::names(participant_role role) {
    std::string all;
    std::size_t count = 0;
    plural_ = false;
    for (const mention_participant& part : mention_.participants) {
        const entity& who = tree_.doc().entities[part.entity];
        // "Russian" alone names nobody.
        const bool adjective = who.kind == entity_kind::group && who.key.starts_with("people:") && !is_plural_name(who);
        if (part.role != role || count == 2 || adjective) continue;
        if (!all.empty()) all += " and ";
        named_.push_back(part.entity);
        all += who.name;
        plural_ = is_plural_name(who);
        ++count;
    }
    plural_ = plural_ || count > 1;
    return all;
}

void title_subject::clear() {
    named_.clear();
    plural_ = false;
}

bool title_subject::heads_plural(std::uint32_t subject) const {
    const std::uint32_t own = tree_.mention_at(subject);
    const auto several = tree_.coordinated(subject);
    // "the Bureau of Roads and Bridges" is one.
    if (std::any_of(several.begin(), several.end(),
                    [&](std::uint32_t one) { return one != subject && (own == none || tree_.mention_at(one) != own); }))
        return true;
    const token& word = tree_.at(subject);
    const std::uint32_t mention = tree_.mention_at(subject);
    if (word.penn == xpos::nns || word.penn == xpos::nnps) {
        if (mention == none || word.penn == xpos::nns) return true;
        // "Republicans say", but "the United States says".
        const document& doc = tree_.doc();
        return doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::group;
    }
    if (mention != none && is_plural_name(tree_.doc().entities[tree_.doc().entity_mentions[mention].entity]))
        return true;
    return word.lemma == "many" || word.lemma == "some" || word.lemma == "several" || word.lemma == "few" ||
           word.lemma == "both" || word.lemma == "others" || word.lemma == "they" || word.lemma == "we" ||
           word.lemma == "those" || word.lemma == "I" || word.lemma == "you";
}

}  // namespace throughline::extraction
