// Part-of-speech tagger: one left-to-right pass with a linear model over words, affixes and the tags before.
#pragma once

#include "document/document.hpp"
#include "language/linear_model.hpp"
#include "language/tag_features.hpp"
#include "language/word_table.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::language {

/// A pair of universal and Penn part of speech, which the tagger predicts as one label.
struct tag_pair {
    upos pos = upos::x;
    xpos penn = xpos::xx;

    bool operator==(const tag_pair&) const = default;
};

/// What the lexicon of a tagger's model says of a word, packed into a word_slot's value.
struct lexicon_entry {
    std::uint16_t ambiguity = 0;  ///< stands for the set of Penn tags that the word was seen with
    std::uint8_t label = no_tag;  ///< the only label it was ever seen with, often enough to trust

    static lexicon_entry unpack(std::uint32_t value) {
        return {static_cast<std::uint16_t>(value & 0xffff), static_cast<std::uint8_t>(value >> 16)};
    }
    std::uint32_t pack() const { return ambiguity | static_cast<std::uint32_t>(label) << 16; }
};

/// The pair of a double quotation mark, which its form or the blanks around it tell; nullopt for any other word.
std::optional<tag_pair> quotation_mark(std::string_view form, bool space_before, bool space_after);

class tagger {
public:
    static constexpr std::uint32_t version = 1;

    /// Reads a model file in place; `clusters` must outlive the tagger. Throws std::runtime_error when it is none of
    /// this version.
    tagger(std::string_view model, const word_clusters& clusters);

    /// Sets pos and penn of every token.
    void tag(document& doc) const;

private:
    struct workspace;
    void tag_sentence(document& doc, const sentence& it, workspace& space) const;

    const word_clusters& clusters_;
    std::vector<tag_pair> labels_;
    std::span<const word_slot> lexicon_;
    linear_model weights_;
};

}  // namespace throughline::language
