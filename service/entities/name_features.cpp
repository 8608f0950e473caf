#include "entities/name_features.hpp"

#include "entities/feature_hash.hpp"
#include "language/word_info.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace throughline::entities {
namespace {

/// Words on both sides of a run that its features look at; before it, an office may begin further back.
constexpr std::size_t words_before = 3;
constexpr std::size_t words_after = 2;

constexpr char shape_of(char c) {
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= '0' && c <= '9') return 'd';
    return static_cast<unsigned char>(c) >= 0x80 ? 'x' : c;
}

bool is_marked(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool is_ascii(std::string_view word) {
    return std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Letters outside ASCII as their base letters, those without one as "a", a first capital kept: the corpus that the
/// model knows has none, and "Çavuşoğlu" is to look like any other name.
std::string plain_letters(std::string_view word) {
    const std::string folded = text::fold(word);
    std::string plain;
    for (std::size_t at = 0; at < folded.size();) {
        const auto letter = text::decode(folded, at);
        if (letter.value >= 0x80 && text::is_alphabetic(text::kind_of(letter.value)))
            plain += 'a';
        else
            plain.append(folded, at, letter.size);
        at += letter.size;
    }
    if (!plain.empty() && plain[0] >= 'a' && plain[0] <= 'z' && text::first_kind(word) == text::char_kind::upper)
        plain[0] = static_cast<char>(plain[0] - 32);
    return plain;
}

}  // namespace

/// The hash by which the word classes know a word: of its lower-case form with digits as 0.
language::hash name_features::class_hash(std::string_view word) {
    if (!is_ascii(word)) return language::describe(word, buffer_).lower;
    buffer_.assign(word);
    for (char& c : buffer_) c = c >= '0' && c <= '9' ? '0' : lower_byte(c);
    return language::hash_bytes(buffer_);
}

name_features::word_view name_features::look_at(std::string_view word) {
    word_view view;
    view.form = hash_bytes(word);
    view.lower = hash_start;
    view.shape = hash_start;
    view.capitalised = !word.empty() && shape_of(word[0]) == 'X';
    char last = 0;
    int run = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        view.lower = hash_byte(view.lower, lower_byte(word[i]));
        if (i < 4) view.prefix[i] = view.lower;
        const char shape = shape_of(word[i]);
        run = shape == last ? run + 1 : 1;
        if (run <= 2) view.shape = hash_byte(view.shape, shape);
        last = shape;
    }
    std::uint64_t ending = hash_start;
    for (std::size_t i = 0; i < 4 && i < word.size(); ++i) {
        ending = hash_byte(ending, lower_byte(word[word.size() - 1 - i]));
        view.suffix[i] = ending;
    }
    return view;
}

void name_features::read(std::span<const std::string_view> words) {
    find_runs(words);
    words_.resize(words.size());
    std::size_t done = 0;
    for (const word_run& run : runs_) {
        const word_run near{std::max(done, run.begin - std::min(run.begin, words_before)),
                            std::min(words.size(), run.end + words_after)};
        for (std::size_t i = near.begin; i < near.end; ++i) {
            words_[i] = is_ascii(words[i]) ? look_at(words[i]) : look_at(plain_letters(words[i]));
            words_[i].usage = clusters_->find(class_hash(words[i]));
        }
        look_up(words, near);
        done = near.end;
    }
}

void name_features::find_runs(std::span<const std::string_view> words) {
    runs_.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_marked(words[i])) continue;
        const std::size_t begin = i > 0 ? i - 1 : 0;
        if (!runs_.empty() && begin <= runs_.back().end + 1)
            runs_.back().end = i + 1;
        else
            runs_.push_back({begin, i + 1});
    }
}

/// Marks each word with its classes and the part it plays in a listed place or office.
void name_features::look_up(std::span<const std::string_view> words, word_run near) {
    for (std::size_t i = near.begin; i < near.end; ++i)
        words_[i].listed = tables_->classes_of_hash(words_[i].lower) & 0x0fU;
    const auto mark = [&](std::size_t begin, std::size_t length, std::uint64_t part, std::uint64_t inside) {
        const std::size_t end = std::min(begin + length, near.end);
        for (std::size_t i = begin; i < end; ++i) words_[i].listed |= part | (i > begin ? inside : 0);
    };
    for (std::size_t i = near.begin; i < near.end;) {
        const auto found = tables_->place_at(words, i);
        if (found.length > 0)
            mark(i, found.length, (static_cast<std::uint64_t>(found.entry->role) + 1) << 8, std::uint64_t{1} << 12);
        i += std::max<std::size_t>(found.length, 1);
    }
    for (std::size_t i = near.begin; i < near.end;) {
        const auto found = tables_->office_at(words, i);
        if (found.length > 0 && !found.entry->plural)
            mark(i, found.length, static_cast<std::uint64_t>(found.entry->kind) << 16, std::uint64_t{1} << 20);
        i += std::max<std::size_t>(found.length, 1);
    }
}

const name_features::word_view& name_features::word(std::size_t at, int offset) const {
    static const word_view before = look_at("<s>");
    static const word_view after = look_at("</s>");
    if (offset < 0 && static_cast<std::size_t>(-offset) > at) return before;
    const std::size_t place = at + static_cast<std::size_t>(offset);
    return place < words_.size() ? words_[place] : after;
}

void name_features::at(std::size_t at, feature_row& row) const {
    const word_view& w = words_[at];
    const word_view& b = word(at, -1);
    const word_view& bb = word(at, -2);
    const word_view& a = word(at, 1);
    const word_view& aa = word(at, 2);
    std::size_t n = 0;
    std::uint64_t salt = 0;
    const auto one = [&](std::uint64_t x) { row.at(n++) = spread(x + (salt += 0x9e3779b97f4a7c15ULL)); };
    const auto two = [&](std::uint64_t x, std::uint64_t y) { one(x * 0xff51afd7ed558ccdULL ^ (y + (x >> 29))); };
    const auto three = [&](std::uint64_t x, std::uint64_t y, std::uint64_t z) { two(spread(x + 3 * y), z); };

    one(w.form), one(w.lower), one(b.lower), one(bb.lower), one(a.lower), one(aa.lower);
    one(b.form), one(a.form);
    one(w.shape), one(b.shape), one(a.shape);
    for (const std::uint64_t prefix : w.prefix) one(prefix);
    for (const std::uint64_t suffix : w.suffix) one(suffix);
    one(b.suffix[2]), one(a.suffix[2]);
    two(b.lower, w.lower), two(w.lower, a.lower), two(bb.lower, b.lower), two(a.lower, aa.lower);
    two(b.lower, w.shape), two(a.lower, w.shape), two(b.lower, a.lower);
    two(b.shape, w.shape), two(w.shape, a.shape), three(b.shape, w.shape, a.shape);
    three(b.lower, w.lower, a.lower);
    one(w.listed), one(b.listed), one(a.listed);
    two(b.listed, w.listed), two(w.listed, a.listed), three(b.listed, w.listed, a.listed);
    two(w.listed, w.shape), two(b.lower, w.listed), two(a.lower, w.listed);
    two(bb.lower, w.shape), two(aa.lower, w.shape);
    two(at == 0, w.lower);
    two(at == 0, w.shape);
    for (const word_view* it : {&bb, &b, &w, &a, &aa}) one(it->usage.fine), one(it->usage.coarse);
    two(w.usage.fine, b.usage.fine), two(w.usage.fine, a.usage.fine), two(b.usage.fine, a.usage.fine);
}

}  // namespace throughline::entities
