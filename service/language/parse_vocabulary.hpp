// The parser's vocabularies: from words and tags to the numbers that its features are made of.
#pragma once

#include "document/tagset.hpp"
#include "language/model_file.hpp"
#include "language/parse_features.hpp"
#include "language/word_clusters.hpp"
#include "language/word_table.hpp"

#include <algorithm>
#include <span>

namespace throughline::language {

class parse_vocabulary {
public:
    /// Number of a pair of parts of speech in the section "tags".
    static constexpr std::size_t tag_key(upos pos, xpos penn) {
        return static_cast<std::size_t>(pos) << 6 | static_cast<std::size_t>(penn);
    }
    static constexpr std::size_t tag_keys = 32 << 6;
    static constexpr std::uint32_t no_form = 0;

    parse_vocabulary() = default;
    /// Reads, in place, the sections "sizes", "forms" (word_slot) and "tags" (u16 for each tag_key). Throws
    /// std::runtime_error when their contents do not agree.
    explicit parse_vocabulary(const model_file& file);

    const parse_sizes& sizes() const { return sizes_; }

    /// The form's number, no_form when it is not a frequent one. `lower` is the hash of the lower-case form, digits as
    /// 0.
    std::uint32_t form(hash lower) const { return find_word(forms_, lower, no_form); }

    parse_word describe(std::uint32_t form, word_class usage, upos pos, xpos penn) const {
        const auto fine = std::min<std::uint32_t>(usage.fine, sizes_.classes - 1);
        const auto lexeme = form != no_form ? form : sizes_.forms + fine;
        const auto near = form != no_form && form < sizes_.near_forms ? form : sizes_.near_forms + fine;
        return {static_cast<std::uint16_t>(lexeme), static_cast<std::uint16_t>(near), tags_[tag_key(pos, penn)]};
    }
    static parse_word root() { return {parse_word::root, parse_word::root, parse_word::root}; }

private:
    parse_sizes sizes_;
    std::span<const word_slot> forms_;
    std::span<const std::uint16_t> tags_;
};

}  // namespace throughline::language
