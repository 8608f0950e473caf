// Numbers for words: the same word gets the same number, counted from 0 in the order they come in.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace throughline::linking {

/// Holds the words itself; views of them stay good as long as it lives, also when it is moved.
class numbering {
public:
    numbering() = default;
    numbering(numbering&&) = default;
    numbering& operator=(numbering&&) = default;
    numbering(const numbering&) = delete;
    numbering& operator=(const numbering&) = delete;

    std::uint32_t number(std::string_view word) {
        const auto known = numbers_.find(word);
        if (known != numbers_.end()) return known->second;
        const auto next = static_cast<std::uint32_t>(words_.size());
        numbers_.emplace(words_.emplace_back(word), next);
        return next;
    }

    /// Throws std::out_of_range for a word without a number.
    std::uint32_t at(std::string_view word) const { return numbers_.at(word); }

    std::string_view word(std::uint32_t number) const { return words_[number]; }

    std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }

private:
    std::deque<std::string> words_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace throughline::linking
