#include "temporal/lexer.hpp"

#include "temporal/number_words.hpp"
#include "temporal/numerals.hpp"
#include "temporal/rule_book.hpp"
#include "text/utf8.hpp"

#include <array>

namespace throughline::temporal {
namespace {

constexpr std::size_t longest_word = 24;  // bytes; longer pieces mean nothing here

using text::is_digit;

/// Bytes of the mark at the front that parts words: a hyphen, a slash, a dash, the apostrophe of "'98"; 0 if there is
/// none.
std::size_t divider(std::string_view text) {
    if (text[0] == '-' || text[0] == '/') return 1;
    if (text[0] == '\'') return text.size() > 2 && is_digit(text[1]) ? 1 : 0;
    if (text.size() < 3 || text[0] != '\xe2' || text[1] != '\x80') return 0;
    const bool dash = text[2] >= '\x90' && text[2] <= '\x95';
    const bool year = (text[2] == '\x98' || text[2] == '\x99') && text.size() > 4 && is_digit(text[3]);
    return dash || year ? 3 : 0;
}

/// A piece's bytes with straight apostrophes and hyphens, as they are and in lower case.
struct folded {
    std::array<char, longest_word> exact{};
    std::array<char, longest_word> lower{};
    std::size_t size = 0;
    bool capital = false;

    explicit folded(std::string_view piece) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            char c = piece[i];
            if (c == '\xe2' && i + 2 < piece.size() && piece[i + 1] == '\x80' &&
                (piece[i + 2] == '\x99' || piece[i + 2] == '\x98')) {
                c = '\'';
                i += 2;
            }
            const bool upper = c >= 'A' && c <= 'Z';
            capital |= upper;
            exact[size] = c;
            lower[size++] = upper ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    std::string_view as_is() const { return {exact.data(), size}; }
    std::string_view small() const { return {lower.data(), size}; }
};

class lexer {
public:
    lexer(const document& doc, const rule_book& rules) : doc_(doc), rules_(rules) {}

    lexed_text run() {
        out_.items.reserve(doc_.tokens.size() + doc_.tokens.size() / 16);
        for (std::uint32_t i = 0; i < doc_.tokens.size(); ++i) cut(i);
        join_numbers();
        join_phrases();
        return std::move(out_);
    }

private:
    void cut(std::uint32_t token) {
        const span where = doc_.tokens[token].where;
        const auto text = doc_.words(where);
        std::size_t begin = 0;
        for (std::size_t i = 0; i < text.size();) {
            const auto mark = divider(text.substr(i));
            if (mark == 0) {
                ++i;
                continue;
            }
            if (i > begin) add_piece(token, text, begin, i);
            add_piece(token, text, i, i + mark);
            i += mark;
            begin = i;
        }
        if (begin < text.size()) add_piece(token, text, begin, text.size());
    }

    void add_piece(std::uint32_t token, std::string_view text, std::size_t begin, std::size_t end) {
        const auto& from = doc_.tokens[token];
        lexed_item item;
        item.where = {from.where.begin + static_cast<std::uint32_t>(begin),
                      from.where.begin + static_cast<std::uint32_t>(end)};
        item.tokens = {token, token + 1};
        item.sentence = from.sentence;
        item.first_term = static_cast<std::uint32_t>(out_.terms.size());
        read_piece(text.substr(begin, end - begin));
        item.term_count = static_cast<std::uint32_t>(out_.terms.size()) - item.first_term;
        out_.items.push_back(item);
    }

    void read_piece(std::string_view piece) {
        if (piece.empty() || piece.size() > longest_word) return;
        if (const auto mark = divider(piece); mark == piece.size()) {
            if (mark == 3 || piece[0] == '-') out_.terms.push_back({rules_.symbols.hyphen, 0});
            if (piece[0] == '/') look_up(piece);
            return;
        }
        const folded word(piece);
        const auto exact = word.as_is();
        if (is_digit(exact[0])) read_numeral(exact, rules_.symbols, out_.terms);
        const auto before = out_.terms.size();
        look_up(word.small());
        if (word.capital) look_up(exact);
        if (out_.terms.size() > before || !exact.ends_with('.') || exact.size() < 3) return;
        if (word.capital) look_up(exact.substr(0, exact.size() - 1));
    }

    void look_up(std::string_view form) {
        const auto found = rules_.words.find(form);
        out_.terms.insert(out_.terms.end(), found.begin(), found.end());
    }

    /// Puts one item in the place of `count` items from `from` on, at `to`.
    void put(std::size_t from, std::size_t count, std::size_t to) {
        lexed_item item = out_.items[from];
        const auto& last = out_.items[from + count - 1];
        item.where.end = last.where.end;
        item.tokens.last = last.tokens.last;
        out_.items[to] = item;
    }

    void give_terms(std::size_t item, std::initializer_list<term> terms) {
        out_.items[item].first_term = static_cast<std::uint32_t>(out_.terms.size());
        out_.items[item].term_count = static_cast<std::uint32_t>(terms.size());
        out_.terms.insert(out_.terms.end(), terms);
    }

    void join_numbers() {
        const auto& symbols = rules_.symbols;
        std::size_t to = 0;
        for (std::size_t from = 0; from < out_.items.size(); ++to) {
            const auto number = read_number_words(out_, from, rules_);
            put(from, number.length > 0 ? number.length : 1, to);
            if (number.length > 0) {
                const auto whole = number.amount / 100;
                if (number.ordinal)
                    give_terms(to, {{symbols.ord, whole}, {symbols.mday, whole <= 31 ? whole : 0}});
                else if (number.year)
                    give_terms(to, {{symbols.year, whole}});
                else
                    give_terms(to, {{symbols.num, number.amount}, {symbols.hour, whole}});
            }
            from += number.length > 0 ? number.length : 1;
        }
        out_.items.resize(to);
    }

    void join_phrases() {
        std::size_t to = 0;
        for (std::size_t from = 0; from < out_.items.size(); ++to) {
            const auto found = rules_.phrases.match(out_, from);
            const std::size_t length = found ? found->length : 1;
            put(from, length, to);
            if (found) {
                const auto [what, value] = rules_.phrase_terms[found->rule];
                give_terms(to, {{what, value}});
            }
            from += length;
        }
        out_.items.resize(to);
    }

    const document& doc_;
    const rule_book& rules_;
    lexed_text out_;
};

}  // namespace

lexed_text lex(const document& doc, const rule_book& rules) { return lexer(doc, rules).run(); }

}  // namespace throughline::temporal
