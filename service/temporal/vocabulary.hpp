// The words that time expressions are made of: each form with the symbols that patterns know it by.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::temporal {

/// A class of words ("MONTH") or one word as patterns write it ("of"), numbered from 0.
using symbol = std::uint16_t;

/// One reading of a word: its symbol and what it is worth there ("March" is MONTH 3).
struct term {
    symbol what = 0;
    std::int32_t value = 0;
};

class vocabulary {
public:
    /// The symbol's number, given out at first sight. The name must outlive the vocabulary.
    symbol intern(std::string_view name);
    std::string_view name(symbol what) const { return names_[what]; }
    std::size_t symbols() const { return names_.size(); }

    /// Lets a form of one word stand for the term. The form must outlive the vocabulary.
    void add(std::string_view form, term meaning);

    /// The readings of a form; empty for words of no interest.
    std::span<const term> find(std::string_view form) const;

private:
    std::vector<std::string_view> names_;
    std::unordered_map<std::string_view, symbol> symbols_;
    std::unordered_map<std::string_view, std::vector<term>> words_;
};

}  // namespace throughline::temporal
