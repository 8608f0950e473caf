#include "entities/names.hpp"

#include "entities/gazetteer.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace throughline::entities {
namespace {

constexpr std::array<std::string_view, 22> particles{"al",  "bin", "ibn", "ben", "bint",  "abu", "von", "van",
                                                     "der", "den", "de",  "del", "della", "di",  "da",  "dos",
                                                     "du",  "la",  "le",  "el",  "ter",   "st"};
constexpr std::array<std::string_view, 5> generations{"jr", "sr", "ii", "iii", "iv"};
constexpr std::array<std::string_view, 8> link_words{"of", "the", "and", "for", "in", "on", "to", "&"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void drop_last_word(std::string& name) {
    const std::size_t blank = name.rfind(' ');
    name.resize(blank == std::string::npos ? 0 : blank);
}

std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

/// The consonants of a name, doubled ones once: what spellings in Latin letters leave alike.
std::string consonants(std::string_view name) {
    std::string left;
    for (const char c : name)
        if (!is_vowel(c) && (left.empty() || left.back() != c)) left += c;
    return left;
}

/// "mohammed", "muhammad": four consonants or more, the same, and both or neither with a vowel at the end.
bool spelled_alike(std::string_view a, std::string_view b) {
    const std::string left = consonants(a);
    return left.size() >= 4 && left == consonants(b) && is_vowel(a.back()) == is_vowel(b.back());
}

/// Whether a given name agrees with another: equal, an initial of it, or another spelling.
bool given_agrees(std::string_view a, std::string_view b) {
    return a == b || ((a.size() == 1 || b.size() == 1) && a.front() == b.front()) || spelled_alike(a, b);
}

bool is_word_run(const std::vector<std::string_view>& part, const std::vector<std::string_view>& whole, bool at_end) {
    if (part.size() > whole.size()) return false;
    return at_end ? std::equal(part.begin(), part.end(), whole.end() - static_cast<std::ptrdiff_t>(part.size()))
                  : std::equal(part.begin(), part.end(), whole.begin());
}

/// "mohammed bin salman": the last word is the father's name and stands alone for nobody but him.
bool has_patronym(const std::vector<std::string_view>& words) {
    if (words.size() < 3) return false;
    const std::string_view before = words[words.size() - 2];
    return before == "bin" || before == "ibn" || before == "bint";
}

}  // namespace

std::string fold_name(std::string_view name) {
    std::string folded = text::fold(name);
    std::erase_if(folded, [](char c) { return c == '.' || c == ',' || c == '#' || c == '@'; });
    std::replace(folded.begin(), folded.end(), '-', ' ');
    if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    std::erase(folded, '\'');
    if (folded.starts_with("the ")) folded.erase(0, 4);
    while (folded.find(' ') != std::string::npos && one_of(generations, last_word(folded))) drop_last_word(folded);
    while (folded.ends_with(' ')) folded.pop_back();
    return folded;
}

std::string person_key(std::string_view full_name) {
    const std::string folded = fold_name(full_name);
    const auto words = name_words(folded);
    std::string key;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool middle = i > 0 && i + 1 < words.size();
        if (middle && words[i].size() == 1) continue;
        if (!key.empty()) key += ' ';
        key += words[i];
    }
    return key;
}

std::vector<std::string_view> name_words(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        if (end > 0) words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

bool is_particle(std::string_view word) { return one_of(particles, word); }

std::string_view surname(std::string_view folded) {
    std::size_t begin = folded.rfind(' ');
    if (begin == std::string_view::npos) return folded;
    ++begin;
    while (begin > 1) {
        const std::size_t before = folded.rfind(' ', begin - 2);
        const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
        if (start == 0 || !one_of(particles, folded.substr(start, begin - 1 - start))) break;
        begin = start;
    }
    return folded.substr(begin);
}

bool same_person(std::string_view folded_a, std::string_view folded_b) {
    if (folded_a == folded_b) return true;
    auto a = name_words(folded_a);
    auto b = name_words(folded_b);
    if (a.empty() || b.empty()) return false;
    if (a.size() > b.size()) std::swap(a, b);
    if (is_word_run(a, b, true)) return a.size() > 1 || !has_patronym(b);
    if (a.size() == 1) return a[0].size() > 1 && is_word_run(a, b, false);
    if (a.back() != b.back()) return false;
    if (!given_agrees(a.front(), b.front())) return false;
    for (std::size_t i = 1; i + 1 < a.size(); ++i)
        if (std::none_of(b.begin() + 1, b.end() - 1, [&](auto word) { return given_agrees(a[i], word); })) return false;
    return true;
}

bool is_acronym_of(std::string_view acronym, std::string_view folded_name) {
    const auto words = name_words(folded_name);
    if (acronym.size() < 2 || acronym.find(' ') != std::string_view::npos || words.size() < 2) return false;
    std::size_t letter = 0;
    std::size_t skipped = 0;
    for (const std::string_view word : words) {
        if (letter < acronym.size() && word.front() == acronym[letter])
            ++letter;
        else if (letter == 0)
            return false;
        else if (!one_of(link_words, word))
            ++skipped;
    }
    return letter == acronym.size() && skipped <= (acronym.size() > 3 ? 1U : 0U);
}

bool same_name(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.find(':') != std::string_view::npos || b.find(':') != std::string_view::npos) return false;
    const auto core = [](std::string_view name) {
        std::string folded = fold_name(name);
        const auto& tables = gazetteer::instance();
        while (folded.find(' ') != std::string::npos && (tables.word_classes(last_word(folded)) & company_word) != 0 &&
               last_word(folded).size() < 5)
            drop_last_word(folded);
        return folded;
    };
    const std::string first = core(a);
    const std::string second = core(b);
    return !first.empty() && !second.empty() &&
           (same_person(first, second) || is_acronym_of(first, second) || is_acronym_of(second, first));
}

}  // namespace throughline::entities
