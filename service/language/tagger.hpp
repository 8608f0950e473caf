// Part-of-speech tagger: one left-to-right pass with a small network over words, affixes and the tags before.
#pragma once

#include "document/document.hpp"
#include "language/feed_forward.hpp"
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

constexpr std::size_t tagger_width = 64;  // hidden units

/// The pair of a double quotation mark, which its form or the blanks around it tell; nullopt for any other word.
std::optional<tag_pair> quotation_mark(std::string_view form, bool space_before, bool space_after);

class tagger {
public:
    static constexpr std::uint32_t version = 2;
    using network = feed_forward<tagger_width>;

    /// Reads a model file in place; `clusters` must outlive the tagger. Throws std::runtime_error when it is none of
    /// this version.
    tagger(std::string_view model, const word_clusters& clusters);

    /// Sets pos and penn of every token.
    void tag(document& doc) const;

private:
    struct workspace;
    struct open_word;
    struct known_word;
    known_word look_up(std::string_view form, workspace& space) const;
    void tag_sentence(document& doc, const sentence& it, workspace& space) const;
    void label_words(workspace& space) const;
    std::uint8_t decide(open_word& it, workspace& space) const;

    const word_clusters& clusters_;
    std::vector<tag_pair> labels_;
    std::span<const word_slot> lexicon_;
    tag_sizes sizes_;
    tag_features features_;
    network network_;
};

}  // namespace throughline::language
