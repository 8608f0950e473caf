// Which sentences go on telling of an older time that one before them opened.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <vector>

namespace throughline::extraction {

/// What opened the time of which a sentence tells.
enum class scene : std::uint8_t {
    unsaid,   ///< nothing that is known
    current,  ///< it tells of the article's own days
    ordered,  ///< the past perfect, in a sentence before it
    dated     ///< an expression, in a sentence before it
};

/// One per sentence. A main clause that an expression puts more than a week before the article, or one in the past
/// perfect, opens an older time; it lasts to the end of the paragraph, or until a main clause of the article's own days
/// or in the present. The sentence that opens it is not in it.
std::vector<scene> find_flashbacks(const syntax& tree);

}  // namespace throughline::extraction
