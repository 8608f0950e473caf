// What a clause does with what it tells, other than assert it: asks, bids, regrets, passes it over, makes it
// conditional.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>

namespace throughline::extraction {

/// "should not have flown": a reproach tells that it was done.
bool is_regretted(const syntax& tree, std::uint32_t predicate);

/// "rather than respond", "instead of a meeting".
bool is_passed_over(const syntax& tree, std::uint32_t index);

/// "Send money": a base form that nobody carries and nothing governs bids somebody do it.
bool is_bidding(const syntax& tree, std::uint32_t verb);

/// The verb or its auxiliary stands in a finite form.
bool is_finite_form(const syntax& tree, std::uint32_t verb);

/// "would" that no report in the past explains ("said he would"): what would be, not what will.
bool is_conditional(const syntax& tree, std::uint32_t verb);

/// "If elected, she faces …": what a present tense tells holds only where the condition does.
bool hangs_on_condition(const syntax& tree, std::uint32_t verb);

/// A question mark ends the sentence.
bool is_question(const syntax& tree, std::uint32_t index);

}  // namespace throughline::extraction
