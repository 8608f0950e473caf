// The tokeniser's tables of words, read once from data/*.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace throughline::text {

/// How an abbreviation's full stop behaves.
enum class abbreviation : std::uint8_t {
    title,   ///< a name follows, so it ends no sentence: "Mr.", "Sen."
    inner,   ///< never the last word: "e.g.", "vs."
    number,  ///< an abbreviation only before a digit: "No. 5", "p. 7"
    term     ///< can be a sentence's last word: "Inc.", "a.m."
};

/// All words are in lower case; abbreviations stand without their last full stop.
struct lexicon {
    std::unordered_map<std::string_view, abbreviation> abbreviations;
    std::unordered_map<std::string_view, std::uint32_t> contractions;  ///< "cannot" and the bytes of its first word
    std::unordered_set<std::string_view> elisions;         ///< words that begin with an apostrophe, without it: "em"
    std::unordered_set<std::string_view> hyphen_prefixes;  ///< stay with their hyphen: "anti"
    std::unordered_set<std::string_view> domain_endings;   ///< last labels of host names: "com"
    std::unordered_set<std::string_view> units;            ///< written against a number yet words: "km", "pm"
    std::unordered_set<std::string_view> starters;         ///< capitalised after an abbreviation, begin a sentence
    std::unordered_set<std::string_view> reporting_verbs;  ///< after "?" and a closing quote, go on: "asked"

    std::optional<abbreviation> find_abbreviation(std::string_view lower) const {
        const auto found = abbreviations.find(lower);
        if (found == abbreviations.end()) return std::nullopt;
        return found->second;
    }
};

/// The tables carried in the binary. Throws std::runtime_error when a table breaks its format.
const lexicon& words();

}  // namespace throughline::text
