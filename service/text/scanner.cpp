#include "text/scanner.hpp"

#include "text/lexicon.hpp"

namespace throughline::text {
namespace {

constexpr std::size_t longest_listed_word = 24;  // no word of the tables is longer

/// Bytes of the apostrophe that begins at `at`: ' or its typographic form.
std::size_t apostrophe_size(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '\'') return 1;
    return text.substr(at, 3) == "\u2019" ? 3 : 0;
}

/// Whether the letters after an apostrophe are a clitic's: 's 'm 'd 're 've 'll.
bool is_clitic(std::string_view letters) {
    if (letters.empty() || letters.size() > 2) return false;
    const char a = ascii_lower(letters[0]);
    if (letters.size() == 1) return a == 's' || a == 'm' || a == 'd';
    const char b = ascii_lower(letters[1]);
    return (b == 'e' && (a == 'r' || a == 'v')) || (a == 'l' && b == 'l');
}

}  // namespace

void scanner::scan(std::size_t begin, std::size_t end) {
    begin_ = at_ = begin;
    end_ = end;
    space_before_ = !tokens_.empty();
    while (at_ < end_) {
        switch (kind_at(at_)) {
            case char_kind::lower:
            case char_kind::upper:
            case char_kind::letter:
            case char_kind::mark:
            case char_kind::digit: word(); break;
            case char_kind::apostrophe: apostrophe(); break;
            case char_kind::stop: stops(); break;
            case char_kind::hyphen:
            case char_kind::dash: run_of_same(); break;
            default: symbol(); break;
        }
    }
}

void scanner::emit(std::size_t end) {
    token next;
    next.where = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    next.space_before = space_before_;
    tokens_.push_back(next);
    space_before_ = false;
    at_ = end;
}

std::string_view scanner::lowered(std::size_t begin, std::size_t end) {
    lower_into(text_.substr(begin, end - begin), buffer_);
    return buffer_;
}

void scanner::word() {
    if (const auto end = address_end(at_); end > at_) return emit(end);
    if (const auto end = acronym_end(at_); end > at_) return emit(end);
    const auto begin = at_;
    auto end = word_end();
    if (takes_stop(begin, end)) return emit(end + 1);
    split_clitics(begin, end);
}

void scanner::split_clitics(std::size_t begin, std::size_t end) {
    if (end - begin <= longest_listed_word) {
        if (const auto found = words().contractions.find(lowered(begin, end)); found != words().contractions.end()) {
            emit(begin + found->second);
            return emit(end);
        }
    }
    std::size_t mark = end;
    for (std::size_t i = end; i > begin && end - i < 6;) {
        i = previous(text_, i);
        if (apostrophe_size(text_, i) != 0) mark = i;
    }
    if (mark == end || mark == begin) {
        if (kind_at(begin) == char_kind::digit) {
            auto letters = begin;
            while (letters < end && kind_at(letters) == char_kind::digit) letters += decode(text_, letters).size;
            if (end - letters <= 4 && words().units.contains(lowered(letters, end))) emit(letters);
        }
        return emit(end);
    }
    const auto letters = text_.substr(mark + apostrophe_size(text_, mark), end - mark - apostrophe_size(text_, mark));
    if (is_clitic(letters))
        emit(mark);
    else if (letters.size() == 1 && ascii_lower(letters[0]) == 't' && ascii_lower(text_[mark - 1]) == 'n' &&
             mark - 1 > begin)
        emit(mark - 1);
    emit(end);
}

void scanner::apostrophe() {
    const auto size = decode(text_, at_).size;
    if (size == 1 && at(at_ + 1) == text_[at_]) return emit(at_ + 2);
    auto end = at_ + size;
    while (end < end_ && end - at_ <= longest_listed_word && is_wordlike(kind_at(end))) end += decode(text_, end).size;
    const auto rest = text_.substr(at_ + size, end - at_ - size);
    if (apostrophe_size(text_, at_) == 0 || rest.empty()) return emit(at_ + size);
    const bool stands_alone = at_ == begin_ && end == end_;
    if (is_clitic(rest) && (stands_alone || (at_ > begin_ && !space_before_))) return emit(end);
    const bool year =
        end - at_ - size <= 3 && kind_at(at_ + size) == char_kind::digit && !is_wordlike(kind_before(at_));
    if (year || words().elisions.contains(lowered(at_ + size, end))) return emit(end);
    emit(at_ + size);
}

void scanner::stops() {
    auto end = at_ + decode(text_, at_).size;
    if (text_[at_] == '.') {
        if (kind_at(end) == char_kind::digit && !is_wordlike(kind_before(at_))) {
            while (end < end_ && kind_at(end) == char_kind::digit) end += decode(text_, end).size;
            return emit(end);
        }
        while (at(end) == '.') ++end;
        return emit(end);
    }
    while (at(end) == '!' || at(end) == '?') ++end;
    emit(end);
}

void scanner::run_of_same() {
    const auto first = decode(text_, at_);
    auto end = at_ + first.size;
    while (end < end_ && decode(text_, end).value == first.value) end += first.size;
    emit(end);
}

void scanner::symbol() {
    const auto first = decode(text_, at_);
    auto end = at_ + first.size;
    if (text_.substr(at_, 5) == "[...]" && at_ + 5 <= end_) return emit(at_ + 5);
    if ((first.value == '#' || first.value == '@') && is_alphabetic(kind_at(end)) && !is_wordlike(kind_before(at_))) {
        while (end < end_ && (is_wordlike(kind_at(end)) || at(end) == '_')) end += decode(text_, end).size;
        return emit(end);
    }
    if (first.value == '*' || first.value == '=' || first.value == '_' || first.value == '~' || first.value == '#' ||
        first.value == '>' || first.value == '<' || first.value == '|')
        return run_of_same();
    if (first.value >= 0x80)  // a picture keeps its variation selectors, joiners and skin tones
        while (end < end_) {
            const auto next = decode(text_, end);
            const bool tone = next.value >= 0x1f3fb && next.value <= 0x1f3ff;
            if (!tone && kind_of(next.value) != char_kind::mark) break;
            end += next.size;
            if (next.value == 0x200d && end < end_) end += decode(text_, end).size;
        }
    emit(end);
}

}  // namespace throughline::text
