#include "entities/name_clues.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

constexpr std::uint8_t first_name = first_name_male | first_name_female;

bool is_determiner(std::string_view word) {
    return word == "the" || word == "The" || word == "a" || word == "A" || word == "an" || word == "An";
}

bool is_clitic(std::string_view word) { return word == "'s" || word == "’s" || word == "'" || word == "’"; }
bool is_joint(std::string_view word) { return word == "of" || word == "for" || word == "and" || word == "in"; }

}  // namespace

bool opens_name(std::string_view word) {
    return text::is_wordlike(text::first_kind(word)) && !is_determiner(word) && !is_joint(word);
}

bool closes_name(std::string_view word) {
    const auto last = text::last_kind(word);
    const bool wordlike = text::is_wordlike(last) || last == text::char_kind::mark || last == text::char_kind::stop;
    return wordlike && !is_clitic(word) && !is_joint(word) && !is_determiner(word);
}

bool is_people(const place_entry& entry) {
    return entry.role == place_role::demonym || entry.role == place_role::group;
}

bool name_clues::is_free_dash(std::uint32_t at) const {
    const std::string_view word = words_[at];
    if (word != "-" && word != "--" && word != "–" && word != "—") return false;
    return doc_.tokens[first_ + at].space_before ||
           (at + 1 < words_.size() && doc_.tokens[first_ + at + 1].space_before);
}

bool name_clues::is_function_word(std::uint32_t at) const {
    const std::string_view word = words_[at];
    if (word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return false;
    switch (doc_.tokens[first_ + at].pos) {
        case upos::pron:
        case upos::det:
        case upos::adp:
        case upos::aux:
        case upos::cconj:
        case upos::sconj:
        case upos::part: return true;
        default: return false;
    }
}

std::size_t name_clues::bytes_of(token_range range) const {
    if (range.empty()) return 0;
    return doc_.tokens[first_ + range.last - 1].where.end - doc_.tokens[first_ + range.first].where.begin;
}

token_range name_clues::without_verbs(token_range range) const {
    const auto is_verb = [&](std::uint32_t at) {
        return doc_.tokens[first_ + at].pos == upos::verb && (tables_.word_classes(words_[at]) & first_name) == 0;
    };
    if (range.size() > 1 && is_verb(range.last - 1)) --range.last;
    if (range.size() > 1 && is_verb(range.first)) ++range.first;
    return range;
}

bool name_clues::is_rather_a_person(token_range range) const {
    if (range.size() != 2 || tables_.place_at(words_, range.first).length > 0) return false;
    const std::uint8_t given = tables_.word_classes(words_[range.first]);
    const std::uint8_t family = tables_.word_classes(words_[range.last - 1]);
    return (given & first_name) != 0 && (given & (company_word | body_word)) == 0 &&
           (family & (first_name | company_word | body_word)) == 0 && tables_.place(words_[range.last - 1]) == nullptr;
}

bool name_clues::is_rather_a_body(token_range range) const {
    if (range.size() < 2) return false;
    const std::uint8_t last = tables_.word_classes(words_[range.last - 1]);
    const bool given = range.size() == 2 && (tables_.word_classes(words_[range.first]) & first_name) != 0;
    return (last & (company_word | body_word)) != 0 && (last & first_name) == 0 && !given;
}

bool name_clues::splits_at_and(token_range range) const {
    if (range.size() != 3 || words_[range.first + 1] != "and") return false;
    const auto stands_alone = [&](std::uint32_t at) {
        return (tables_.word_classes(words_[at]) & body_word) != 0 || tables_.place(words_[at]) != nullptr;
    };
    return stands_alone(range.first) && stands_alone(range.first + 2);
}

std::uint32_t name_clues::place_before_office(token_range range) const {
    const auto words = words_.subspan(0, range.last);
    const auto found = tables_.place_at(words, range.first);
    const std::uint32_t end = range.first + found.length;
    if (found.length == 0 || end >= range.last) return range.first;
    const std::uint32_t office = tables_.office_at(words, end).length;
    const bool held = end + office < range.last || found.entry->role == place_role::demonym;
    return office > 0 && held ? end : range.first;
}

std::uint32_t name_clues::people_after_region(token_range range) const {
    const auto words = words_.subspan(0, range.last);
    const auto place = tables_.place_at(words, range.first);
    const std::uint32_t end = range.first + place.length;
    const bool region = place.length > 0 && place.entry->role == place_role::region && place.entry->country != "-";
    if (!region || end >= range.last) return range.first;
    const auto people = tables_.place_at(words, end);
    const bool group = people.length > 0 && is_people(*people.entry);
    return group && end + people.length == range.last ? end : range.first;
}

std::uint32_t name_clues::inner_office(token_range range) const {
    for (std::uint32_t i = range.first + 1; i + 2 < range.last; ++i) {
        const auto found = tables_.office_at(words_.subspan(0, range.last), i);
        if (found.length > 0 && i + found.length + 2 == range.last && found.entry->kind != office_class::honorific &&
            (tables_.word_classes(words_[i + found.length]) & first_name) != 0)
            return i;
    }
    return range.first;
}

token_range name_clues::strip_titles(token_range& range) const {
    token_range title{range.first, range.first};
    for (;;) {
        const auto words = words_.subspan(0, range.last);
        if (range.empty()) break;
        const auto found = tables_.office_at(words, range.first);
        if (found.length == 0) break;
        range.first += found.length;
        title.last = range.first;
    }
    return title;
}

std::uint32_t name_clues::title_begin(token_range known) const {
    const auto words = words_.subspan(0, known.last);
    std::uint32_t at = known.first;
    for (bool grown = true; grown;) {
        grown = false;
        for (std::uint32_t begin = at > 6 ? at - 6 : 0; begin < at && !grown; ++begin) {
            const auto found = tables_.office_at(words, begin);
            if (found.length == 0 || begin + found.length < at) continue;
            at = begin;
            grown = true;
        }
    }
    return at;
}

sex name_clues::bearer_of(token_range title) const {
    for (std::uint32_t i = title.first; i < title.last;) {
        const auto found = tables_.office_at(words_.subspan(0, title.last), i);
        if (found.length > 0 && found.entry->bearer != sex::unknown) return found.entry->bearer;
        i += std::max(found.length, 1U);
    }
    return sex::unknown;
}

}  // namespace throughline::entities
