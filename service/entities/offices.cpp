#include "entities/offices.hpp"

#include "entities/names.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

bool is_article(std::string_view word) { return word == "the" || word == "The"; }
bool is_possessive(std::string_view word) { return word == "'s" || word == "’s" || word == "'" || word == "’"; }

}  // namespace

office_reader::office_reader(const roster& work)
    : work_(work), begins_(work.doc.tokens.size(), no_name), ends_(work.doc.tokens.size(), no_name) {
    words_.reserve(work.doc.tokens.size());
    for (std::uint32_t i = 0; i < work.doc.tokens.size(); ++i) words_.push_back(work.doc.word(i));
    for (std::uint32_t i = 0; i < work.names.size(); ++i) {
        begins_[work.names[i].tokens.first] = i;
        ends_[work.names[i].tokens.last - 1] = i;
    }
}

/// The country of a name that ends right before a token, with "'s" between them or not.
std::string_view office_reader::country_before(std::uint32_t token) const {
    if (token > 1 && is_possessive(words_[token - 1])) --token;
    if (token == 0 || ends_[token - 1] == no_name) return {};
    const place_entry* place = work_.names[ends_[token - 1]].place;
    return place && place->country != "-" ? place->country : std::string_view{};
}

/// The country that a name at a token tells; `end` becomes the token after it and a possessive mark.
std::string_view office_reader::country_of(std::uint32_t token, std::uint32_t& end) const {
    const name_span* name = name_at(token);
    if (!name || !name->place || name->place->country == "-") return {};
    end = name->tokens.last;
    if (end < words_.size() && is_possessive(words_[end])) ++end;
    return name->place->country;
}

std::vector<held_office> office_reader::before(const name_span& name) const {
    std::vector<held_office> held;
    const auto& tables = gazetteer::instance();
    const auto words = std::span(words_).subspan(0, name.title.last);
    const std::string_view country = country_before(name.title.first);
    for (std::uint32_t i = name.title.first; i < name.title.last;) {
        const auto found = tables.office_at(words, i);
        if (found.length == 0) break;
        if (found.entry->kind != office_class::honorific) {
            std::string office = fold_name(work_.text(token_range{i, i + found.length}));
            if (found.entry->plural) office.pop_back();
            held.push_back({std::move(office), country});
        }
        i += found.length;
    }
    return held;
}

std::optional<office_phrase> office_reader::at(std::uint32_t token) const {
    const throughline::token& first = work_.doc.tokens[token];
    const std::uint32_t limit = work_.doc.sentences[first.sentence].tokens.last;
    office_phrase phrase;
    std::uint32_t begin = token;
    if (is_article(words_[begin])) ++begin;
    phrase.definite = begin > token;
    if (begin < limit) {
        std::uint32_t end = begin;
        phrase.office.country = country_of(begin, end);
        phrase.definite = phrase.definite || (end > begin && is_possessive(words_[end - 1]));
        begin = end;
    }
    if (begin >= limit) return std::nullopt;
    const auto found = gazetteer::instance().office_at(std::span(words_).subspan(0, limit), begin);
    if (found.length == 0 || found.entry->kind == office_class::honorific || found.entry->plural) return std::nullopt;
    phrase.tokens = {begin, begin + found.length};
    phrase.whole = {token, begin + found.length};
    phrase.office.words = fold_name(work_.text(phrase.tokens));
    std::uint32_t next = phrase.tokens.last;
    if (phrase.office.country.empty() && next + 1 < limit && words_[next] == "of") {
        ++next;
        if (is_article(words_[next]) && next + 1 < limit) ++next;
        phrase.office.country = country_of(next, next);
    }
    return phrase;
}

bool can_mean(const held_office& description, const held_office& held) {
    if (!description.country.empty() && !held.country.empty() && description.country != held.country) return false;
    const std::string_view words = held.words;
    if (!words.ends_with(description.words)) return false;
    return words.size() == description.words.size() || words[words.size() - description.words.size() - 1] == ' ';
}

}  // namespace throughline::entities
