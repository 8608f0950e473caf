// The tagger's feature templates, the same for training and for use.
#pragma once

#include "language/hashing.hpp"
#include "language/word_info.hpp"

#include <cstdint>
#include <span>

namespace throughline::language {

/// A sentence as the tagger sees it: two boundary words stand before the first word and two after the last, so that the
/// word numbered i is words[i + 2]; `tags` and `classes` are shifted the same way.
struct tag_context {
    std::span<const word_info> words;
    std::span<const std::uint8_t> tags;      ///< labels given so far
    std::span<const std::uint16_t> classes;  ///< which labels the lexicon has seen with the word; 0: unknown
};

constexpr std::uint8_t no_tag = 127;

void extract_tag_features(const tag_context& context, std::size_t word, feature_list& out);

}  // namespace throughline::language
