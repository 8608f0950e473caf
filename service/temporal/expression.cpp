#include "temporal/expression.hpp"

namespace throughline::temporal {

namespace {

void fill(expression& found, const grammar_match& match, std::size_t begin, std::size_t end, const rule_book& rules) {
    for (std::size_t i = begin; i < end; ++i)
        if (const auto where = rules.slots[match.terms[i].what]) found.slots.put(*where, match.terms[i].value);
}

/// "1861-65", "6-7 February": two expressions of one pattern; each end takes from the other what it does not say
/// itself.
void split(const grammar_match& match, std::size_t item, const rule_book& rules, std::vector<expression>& all) {
    const auto joint = [&] {
        for (std::size_t i = match.begin + 1u; i < match.end; ++i)
            if (!rules.slots[match.terms[i].what]) {
                const auto& symbols = rules.symbols;
                const auto what = match.terms[i].what;
                if (what == symbols.hyphen || what == symbols.and_ || what == symbols.to || what == symbols.slash)
                    return i;
            }
        return std::size_t{match.end};
    }();
    expression first{item + match.begin, item + joint, action::date, {}};
    expression last{item + joint + 1, item + match.end, action::date, {}};
    fill(first, match, match.begin, joint, rules);
    fill(last, match, joint + 1, match.end, rules);
    for (const auto which : {slot::month, slot::year}) {
        if (!first.slots.has(which) && last.slots.has(which)) first.slots.put(which, *last.slots.get(which));
        if (!last.slots.has(which) && first.slots.has(which) && !last.slots.has(slot::short_year))
            last.slots.put(which, *first.slots.get(which));
    }
    if (const auto digits = last.slots.get(slot::short_year)) {
        last.slots = {};
        last.slots.put(slot::year, *first.slots.get(slot::year) / 100 * 100 + *digits);
    }
    first.range = range_part::first;
    last.range = range_part::last;
    all.push_back(first);
    all.push_back(last);
}

}  // namespace

std::vector<expression> find_expressions(const document& doc, const lexed_text& text, const rule_book& rules) {
    std::vector<expression> all;
    for (std::size_t item = 0; item < text.items.size();) {
        const auto match = rules.patterns.match(text, item);
        if (!match) {
            ++item;
            continue;
        }
        const auto& rule = rules.rules[match->rule];
        expression found{item + match->begin, item + match->end, rule.what, {}};
        fill(found, *match, match->begin, match->end, rules);
        for (const auto& [where, value] : rule.constants) found.slots.put(where, value);
        if (!is_time(doc, text, rules, found)) {
            ++item;
            continue;
        }
        if (rule.what == action::pair)
            split(*match, item, rules, all);
        else if (rule.what != action::skip)
            all.push_back(found);
        item = found.last;
    }
    return all;
}

}  // namespace throughline::temporal
