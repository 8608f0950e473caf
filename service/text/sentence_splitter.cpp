#include "text/sentence_splitter.hpp"

#include "text/dateline.hpp"
#include "text/lexicon.hpp"
#include "text/utf8.hpp"

#include <string>

namespace throughline::text {
namespace {

class splitter {
public:
    splitter(document& doc, std::uint32_t first)
        : doc_(doc),
          last_(static_cast<std::uint32_t>(doc.tokens.size())),
          at_(first),
          dateline_end_(dateline_end(doc, first)) {}

    /// One past the last token of the sentence that begins at at_.
    std::uint32_t next_end() {
        if (at_ < dateline_end_) return at_ = dateline_end_;
        while (at_ < last_) {
            const auto end = end_after(at_);
            if (end != 0) return at_ = end;
            ++at_;
        }
        return last_;
    }

private:
    /// One past the sentence's last token when `stop` ends it, else 0.
    std::uint32_t end_after(std::uint32_t stop) {
        const auto word = doc_.word(stop);
        const char last = word.back();
        const bool ellipsis = word == "..." || word == "…" || word.starts_with("..");
        const bool is_stop = first_kind(word) == char_kind::stop && !(word.size() > 1 && is_wordlike(last_kind(word)));
        if (!is_stop && last != '.') return 0;
        auto end = stop + 1;
        bool closed_quote = false;
        while (end < last_ && closes(end)) {
            closed_quote = closed_quote || first_kind(doc_.word(end)) != char_kind::close;
            ++end;
        }
        if (end == last_) return last_;
        const auto next = doc_.word(end);
        const auto kind = opening_kind(end);
        if (!is_stop) return ends_with_abbreviation(stop, end) ? end : 0;
        if (first_kind(next) == char_kind::stop) return 0;
        if (kind == char_kind::lower) return 0;
        if (ellipsis && kind != char_kind::upper) return 0;
        if (!doc_.tokens[end].space_before && kind != char_kind::upper) return 0;
        if (last != '.' && closed_quote && speech_follows(end)) return 0;
        if (first_kind(next) == char_kind::symbol && (next == "," || next == ";" || next == ":")) return 0;
        return end;
    }

    /// Whether the token closes a quotation or bracket of the sentence that just ended.
    bool closes(std::uint32_t token) const {
        const auto word = doc_.word(token);
        const auto kind = first_kind(word);
        if (kind == char_kind::close) return !doc_.tokens[token].space_before;
        if (kind != char_kind::quote && kind != char_kind::apostrophe) return false;
        if (word == "“" || word == "‘" || word == "«" || word == "„" || is_wordlike(last_kind(word))) return false;
        if (!doc_.tokens[token].space_before) return true;
        // A straight mark between blanks closes when a blank or nothing follows it.
        return word == "”" || word == "’" || (token + 1 < last_ && doc_.tokens[token + 1].space_before);
    }

    /// Kind of the first letter or digit of what follows, past opening marks.
    char_kind opening_kind(std::uint32_t token) const {
        for (std::uint32_t i = token; i < last_ && i < token + 4; ++i) {
            const auto kind = first_kind(doc_.word(i));
            if (is_wordlike(kind)) return kind;
            if (kind != char_kind::quote && kind != char_kind::apostrophe && kind != char_kind::open) return kind;
        }
        return char_kind::symbol;
    }

    bool ends_with_abbreviation(std::uint32_t stop, std::uint32_t next) {
        const auto word = doc_.word(stop);
        lower_into(word.substr(0, word.size() - 1), buffer_);
        const auto found = words().find_abbreviation(buffer_);
        const bool acronym = word.size() >= 4 && word[word.size() - 3] == '.';
        if (found && *found != abbreviation::term) return false;
        if (!found && !acronym) return false;
        lower_into(doc_.word(next), buffer_);
        return opening_kind(next) == char_kind::upper && words().starters.contains(buffer_);
    }

    /// Whether a verb of speech stands within the next words: '"Why?" Smith asked.'
    bool speech_follows(std::uint32_t token) {
        for (std::uint32_t i = token; i < last_ && i < token + 4; ++i) {
            const auto word = doc_.word(i);
            if (!is_wordlike(first_kind(word))) return false;
            lower_into(word, buffer_);
            if (words().reporting_verbs.contains(buffer_)) return true;
        }
        return false;
    }

    document& doc_;
    std::uint32_t last_;
    std::uint32_t at_;
    std::uint32_t dateline_end_;
    std::string buffer_;
};

}  // namespace

void split_sentences(document& doc, std::uint32_t first, std::uint32_t paragraph) {
    const auto last = static_cast<std::uint32_t>(doc.tokens.size());
    splitter find(doc, first);
    while (first < last) {
        const auto end = find.next_end();
        const auto number = static_cast<std::uint32_t>(doc.sentences.size());
        for (auto i = first; i < end; ++i) doc.tokens[i].sentence = number;
        doc.sentences.push_back({{first, end}, doc.extent({first, end}), paragraph});
        first = end;
    }
}

}  // namespace throughline::text
