// Where and in what somebody's words are told: speeches, letters, tours.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>

namespace throughline::extraction {

enum class setting : std::uint8_t { none, words, occasion, record };

/// What `service/extraction/data/speech_settings.tsv` says of the noun.
setting setting_of(const syntax& tree, std::uint32_t noun);

/// "the report, released on Monday", "a letter that was published in May": the verb that says when the noun's words
/// came out; none.
std::uint32_t coming_out(const syntax& tree, std::uint32_t noun);

}  // namespace throughline::extraction
