// Reported speech: who says what, told by which word.
#pragma once

#include "document/span.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace throughline {

/// One attribution in the sense of PolNeAR: source, cue and content.
struct quote {
    span content;           ///< the words said; of a direct quote without its marks
    bool direct = false;    ///< stands between quotation marks
    std::uint32_t cue = 0;  ///< token of the reporting word ("said", "according"); no_cue for a bare quote
    std::optional<std::uint32_t> speaker;  ///< index into document::entities; nullopt when only described
    std::string speaker_text;              ///< the source's words: "a senior official, who requested anonymity"

    static constexpr std::uint32_t no_cue = 0xffffffff;
};

}  // namespace throughline
