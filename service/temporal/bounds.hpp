// What a preposition before an expression does to its days: "since 2014", "by Friday".
#pragma once

#include "temporal/expression.hpp"
#include "temporal/normalise.hpp"

namespace throughline::temporal {

/// The days that an event told with these words can have; an open side is empty.
struct open_period {
    std::optional<day> first;
    std::optional<day> last;
};

/// Opens or moves a side of the days when "since", "until", "till", "by", "before" or "after" stands right before.
open_period bounded(period days, const document& doc, const lexed_text& text, const rule_book& rules,
                    const expression& found);

}  // namespace throughline::temporal
