// What the tagger sees of a word in its sentence, as rows of its network; the same for training and for use.
#pragma once

#include "language/word_info.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace throughline::language {

/// What the lexicon of a tagger's model says of a word, packed into a word_slot's value.
struct lexicon_entry {
    std::uint32_t form = 0;          ///< number of a frequent form, below 2^15; 0 for others
    std::uint32_t ambiguity = 0;     ///< number of the set of tags that the word was seen with, below 2^10; 0: unknown
    std::uint32_t label = no_label;  ///< the only label it was ever seen with, often enough to trust

    static constexpr std::uint32_t no_label = 127;

    static lexicon_entry unpack(std::uint32_t value) { return {value & 0x7fff, (value >> 15) & 0x3ff, value >> 25}; }
    std::uint32_t pack() const { return form | ambiguity << 15 | label << 25; }
};

/// How many numbers each vocabulary has.
struct tag_sizes {
    std::uint32_t forms = 0;    ///< number 0 stands for the places before and after the sentence
    std::uint32_t classes = 0;  ///< of word vectors; follow the forms
    std::uint32_t ambiguities = 0;
    std::uint32_t labels = 0;  ///< number `labels` stands for the place before the sentence

    std::uint32_t lexemes() const { return forms + classes; }
};

/// A word as numbers.
struct tag_word {
    std::uint16_t lexeme = 0;  ///< a frequent form, or for other words their class in the word vectors
    std::uint16_t ambiguity = 0;
    std::uint16_t shape = 0;
    std::array<std::uint16_t, 4> suffix{};  ///< buckets of hashes
    std::array<std::uint16_t, 3> prefix{};

    static tag_word make(const word_info& info, const lexicon_entry& entry, const tag_sizes& sizes);
};

/// A sentence as the tagger sees it: two words that stand for nothing before the first word and two behind the last, so
/// that the word numbered i is words[i + 2]; `labels` are shifted the same way.
struct tag_context {
    std::span<const tag_word> words;
    std::span<const std::uint8_t> labels;  ///< given so far
};

/// What can be seen of a word before the words in front of it have labels, and what only then.
enum class tag_feature_part : std::uint8_t { words, labels, all };

enum class tag_feature_kind : std::uint8_t { lexeme, label_pair, single };

struct tag_template {
    tag_feature_kind kind;
    std::uint32_t begin;
    std::uint32_t size;
};

class tag_features {
public:
    static constexpr std::size_t most_rows = 40;
    using row_list = std::array<std::uint32_t, most_rows>;

    tag_features() = default;
    explicit tag_features(const tag_sizes& sizes);

    const std::vector<tag_template>& templates() const { return templates_; }
    std::uint32_t rows() const { return rows_; }

    /// Writes a part of the rows that are on for a word from `out` on; one past the last.
    template <tag_feature_part Part>
    std::uint32_t* extract(const tag_context& context, std::size_t word, std::uint32_t* out) const;

private:
    tag_sizes sizes_;
    std::vector<tag_template> templates_;
    std::uint32_t rows_ = 0;
};

}  // namespace throughline::language
