// What the parser sees of a state, as rows of its network; the same for training and for use.
#pragma once

#include "language/parse_state.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace throughline::language {

/// A word as numbers of the parser's vocabularies. 0 stands for "there is no word" and 1 for the artificial root.
struct parse_word {
    std::uint16_t lexeme = absent;  ///< a frequent form, or for other words their class in the word vectors
    std::uint16_t near = absent;    ///< the same with fewer forms: what the parser sees of dependents
    std::uint16_t tag = absent;     ///< universal and Penn part of speech

    static constexpr std::uint16_t absent = 0, root = 1, first_known = 2;
};

/// How many numbers each vocabulary has.
struct parse_sizes {
    std::uint32_t forms = 0;       ///< absent, root and the frequent forms, most frequent first
    std::uint32_t near_forms = 0;  ///< the part of the forms that `near` tells apart
    std::uint32_t classes = 0;     ///< follow the forms; the first one is that of words without a vector
    std::uint32_t tags = 0;

    std::uint32_t lexemes() const { return forms + classes; }
    std::uint32_t near_lexemes() const { return near_forms + classes; }
};

enum class feature_kind : std::uint8_t {
    lexeme,
    near,
    tag,
    tag_pair,      ///< first tag times tags, plus second tag
    tag_number,    ///< tag times `numbers`, plus number
    tag_relation,  ///< the same with the relation to the head
    number,
    relation_set  ///< one row for each member
};

/// One template's range of rows.
struct feature_template {
    feature_kind kind;
    std::uint32_t begin;
    std::uint32_t size;
    std::uint32_t numbers;  ///< how many values the number has, where there is one
};

class parse_features {
public:
    /// One more than a state's rows can be: five sets of relations and less than a hundred single rows.
    static constexpr std::size_t most_rows = 384;

    parse_features() = default;
    explicit parse_features(const parse_sizes& sizes);

    const std::vector<feature_template>& templates() const { return templates_; }
    /// How many rows all templates together have.
    std::uint32_t rows() const { return rows_; }

    /// Writes the rows that are on. `words` holds the sentence's words and, behind them, the root word.
    std::span<const std::uint32_t> extract(const parse_state& state, std::span<const parse_word> words,
                                           std::array<std::uint32_t, most_rows>& out) const;

private:
    std::uint32_t tags_ = 0;
    std::vector<feature_template> templates_;
    std::uint32_t rows_ = 0;
};

}  // namespace throughline::language
