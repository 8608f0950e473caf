#include "temporal/bounds.hpp"

namespace throughline::temporal {

open_period bounded(period days, const document& doc, const lexed_text& text, const rule_book& rules,
                    const expression& found) {
    const open_period closed{days.first, days.last};
    if (found.first == 0 || text.items[found.first - 1].sentence != text.items[found.first].sentence) return closed;
    const auto* bound = text.find(found.first - 1, rules.symbols.bound);
    if (!bound) return closed;
    // "before Friday's vote" bounds the vote, not the day.
    if (found.last < text.items.size()) {
        const auto next = doc.words(text.items[found.last].where);
        if (next == "'s" || next == "\xe2\x80\x99s" || next == "'") return closed;
    }
    switch (static_cast<bound_kind>(bound->value)) {
        case bound_kind::since: return {days.first, std::nullopt};
        case bound_kind::until: return {std::nullopt, days.last};
        case bound_kind::before: return {std::nullopt, days.first - std::chrono::days(1)};
        case bound_kind::after: return {days.last + std::chrono::days(1), std::nullopt};
    }
    return closed;
}

}  // namespace throughline::temporal
