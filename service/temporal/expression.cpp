#include "temporal/expression.hpp"

namespace throughline::temporal {

std::vector<expression> find_expressions(const document& doc, const lexed_text& text, const rule_book& rules) {
    std::vector<expression> all;
    for (std::size_t item = 0; item < text.items.size();) {
        const auto match = rules.patterns.match(text, item);
        if (!match) {
            ++item;
            continue;
        }
        const auto& rule = rules.rules[match->rule];
        expression found;
        found.first = item + match->begin;
        found.last = item + match->end;
        found.what = rule.what;
        for (std::size_t i = match->begin; i < match->end; ++i)
            if (const auto where = rules.slots[match->terms[i].what]) found.slots.put(*where, match->terms[i].value);
        for (const auto& [where, value] : rule.constants) found.slots.put(where, value);
        if (is_time(doc, text, rules, found)) {
            item = found.last;
            all.push_back(found);
        } else {
            ++item;
        }
    }
    return all;
}

}  // namespace throughline::temporal
