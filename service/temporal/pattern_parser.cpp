#include "temporal/pattern_parser.hpp"

#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>

namespace throughline::temporal {
namespace {

constexpr std::uint8_t unmarked = 0xff;

/// Recursive descent over the notation; a sequence's begin and end stay `unmarked` until the whole pattern is read.
class pattern_reader {
public:
    pattern_reader(std::string_view text, const definitions& known, vocabulary& words)
        : rest_(text), known_(known), words_(words) {}

    std::vector<sequence> read() {
        auto all = alternatives();
        skip_blanks();
        if (!rest_.empty()) throw std::invalid_argument("unbalanced bracket");
        return all;
    }

private:
    std::vector<sequence> alternatives() {
        auto all = concatenation();
        while (take('|')) {
            auto more = concatenation();
            all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        return all;
    }

    std::vector<sequence> concatenation() {
        std::vector<sequence> all{{{}, unmarked, unmarked}};
        while (auto next = element()) all = product(all, *next);
        return all;
    }

    std::optional<std::vector<sequence>> element() {
        skip_blanks();
        if (rest_.empty() || rest_[0] == '|' || rest_[0] == ')' || rest_[0] == ']') return std::nullopt;
        if (take('(')) return closed(alternatives(), ')');
        if (take('[')) {
            auto all = closed(alternatives(), ']');
            all.push_back({{}, unmarked, unmarked});
            return all;
        }
        const auto word = rest_.substr(0, word_length());
        rest_.remove_prefix(word.size());
        if (word == "^") return std::vector<sequence>{{{}, 0, unmarked}};
        if (word == "$") return std::vector<sequence>{{{}, unmarked, 0}};
        if (word.starts_with('@')) return definition(word.substr(1));
        return std::vector<sequence>{{{symbol_of(word)}, unmarked, unmarked}};
    }

    std::vector<sequence> definition(std::string_view name) const {
        const auto found = known_.find(name);
        if (found == known_.end()) throw std::invalid_argument("unknown definition " + std::string(name));
        return found->second;
    }

    symbol symbol_of(std::string_view word) {
        if (word.size() == 2 && word[0] == '\\') word.remove_prefix(1);  // a bracket that stands for itself
        const auto what = words_.intern(word);
        const bool is_class = word[0] >= 'A' && word[0] <= 'Z';
        if (!is_class) words_.add(word, {what, 0});
        return what;
    }

    std::vector<sequence> closed(std::vector<sequence> all, char bracket) {
        if (!take(bracket)) throw std::invalid_argument("unbalanced bracket");
        return all;
    }

    static std::vector<sequence> product(const std::vector<sequence>& left, const std::vector<sequence>& right) {
        std::vector<sequence> all;
        all.reserve(left.size() * right.size());
        for (const auto& a : left)
            for (const auto& b : right) {
                auto joined = a;
                const auto offset = static_cast<std::uint8_t>(a.symbols.size());
                joined.symbols.insert(joined.symbols.end(), b.symbols.begin(), b.symbols.end());
                if (b.begin != unmarked) joined.begin = static_cast<std::uint8_t>(offset + b.begin);
                if (b.end != unmarked) joined.end = static_cast<std::uint8_t>(offset + b.end);
                all.push_back(std::move(joined));
            }
        return all;
    }

    std::size_t word_length() const {
        if (rest_[0] == '\\' && rest_.size() > 1) return 2;
        std::size_t length = 1;
        while (length < rest_.size() && std::string_view(" ()[]|").find(rest_[length]) == std::string_view::npos)
            ++length;
        return length;
    }

    void skip_blanks() {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    }

    bool take(char c) {
        skip_blanks();
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::string_view rest_;
    const definitions& known_;
    vocabulary& words_;
};

}  // namespace

std::vector<sequence> parse_pattern(std::string_view text, const definitions& known, vocabulary& words) {
    return pattern_reader(text, known, words).read();
}

}  // namespace throughline::temporal
