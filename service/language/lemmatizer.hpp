// Lemmas by rule: a table of exceptions, else the rewrite of the longest known ending.
#pragma once

#include "document/document.hpp"
#include "language/model_file.hpp"
#include "language/word_table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace throughline::language {

/// How a word's form becomes its lemma.
struct lemma_rule {
    std::uint8_t strip = 0;       ///< bytes cut from the end; whole_word: the lemma is the appended text alone
    std::uint8_t keeps_case = 0;  ///< 1: works on the form as written, 0: on its lower-case form
    std::uint16_t length = 0;     ///< of the appended text
    std::uint32_t text = 0;       ///< where the appended text begins in the model's text

    static constexpr std::uint8_t whole_word = 255;
};

class lemmatizer {
public:
    static constexpr std::uint32_t version = 1;
    static constexpr std::size_t longest_ending = 6;

    /// Reads a model file in place. Throws std::runtime_error when it is none of this version.
    explicit lemmatizer(std::string_view model);

    /// Sets the lemma of every token from its form and Penn tag; the characters are kept in doc.strings.
    void lemmatize(document& doc) const;

    /// The key under which the model holds a lower-case word, or an ending, with a tag.
    static hash key(std::string_view lower, xpos tag) { return combine(hash_bytes(lower), static_cast<hash>(tag)); }
    static hash ending_key(std::string_view ending, xpos tag) { return combine(key(ending, tag), 1); }

private:
    void append(std::string_view form, std::string_view lower, xpos tag, std::string& out) const;

    std::span<const lemma_rule> rules_;
    std::string_view text_;
    std::span<const word_slot> words_;
    std::span<const word_slot> endings_;
};

}  // namespace throughline::language
