#include "extraction/title_subject.hpp"

#include "extraction/titles.hpp"
#include "text/utf8.hpp"

namespace throughline::extraction {

std::string title_subject::phrase(std::uint32_t subject) {
    auto words = phrases_.keep(subject);
    // Leading determiners and prepositions go, as in headlines.
    while (words.size() > 1 && words.front() != subject && tree_.mention_at(words.front()) == none &&
           (tree_.at(words.front()).relation == deprel::det || tree_.at(words.front()).relation == deprel::case_))
        words.erase(words.begin());
    plural_ = heads_plural(subject);
    const auto before = named_;
    std::string text = phrases_.write(words, named_);
    if (text::length(text) <= longest_title / 2) return text;
    named_ = before;
    return phrases_.write({subject}, named_);
}

std::string title_subject::names(participant_role role) {
    std::string all;
    std::size_t count = 0;
    for (const mention_participant& part : mention_.participants) {
        if (part.role != role || count == 2) continue;
        if (!all.empty()) all += " and ";
        named_.push_back(part.entity);
        all += tree_.doc().entities[part.entity].name;
        ++count;
    }
    plural_ = count > 1;
    return all;
}

void title_subject::clear() {
    named_.clear();
    plural_ = false;
}

bool title_subject::heads_plural(std::uint32_t subject) const {
    if (tree_.coordinated(subject).size() > 1) return true;
    const token& word = tree_.at(subject);
    const std::uint32_t mention = tree_.mention_at(subject);
    if (word.penn == xpos::nns || word.penn == xpos::nnps) {
        if (mention == none || word.penn == xpos::nns) return true;
        // "Republicans say", but "the United States says".
        const document& doc = tree_.doc();
        return doc.entities[doc.entity_mentions[mention].entity].kind == entity_kind::group;
    }
    return word.lemma == "they" || word.lemma == "we" || word.lemma == "those" || word.lemma == "I" ||
           word.lemma == "you";
}

}  // namespace throughline::extraction
