#include "language/parse_vocabulary.hpp"

#include <stdexcept>

namespace throughline::language {

parse_vocabulary::parse_vocabulary(const model_file& file)
    : forms_(file.section<word_slot>("forms")), tags_(file.section<std::uint16_t>("tags")) {
    const auto sizes = file.section<std::uint32_t>("sizes");
    if (sizes.size() != 4 || tags_.size() != tag_keys)
        throw std::runtime_error("a parser's model has wrong vocabularies");
    sizes_ = {sizes[0], sizes[1], sizes[2], sizes[3]};
    const bool in_range =
        std::all_of(tags_.begin(), tags_.end(), [&](std::uint16_t tag) { return tag < sizes_.tags; }) &&
        std::all_of(forms_.begin(), forms_.end(), [&](word_slot slot) { return slot.value < sizes_.forms; });
    if (!in_range || sizes_.classes == 0 || sizes_.near_forms > sizes_.forms ||
        sizes_.near_forms < parse_word::first_known || sizes_.lexemes() > 0xffff)
        throw std::runtime_error("a parser's model has wrong vocabularies");
}

}  // namespace throughline::language
