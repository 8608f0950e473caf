#include "temporal/expression.hpp"

namespace throughline::temporal {
namespace {

class judge {
public:
    judge(const document& doc, const lexed_text& text, const rule_book& rules, const expression& found)
        : doc_(doc), text_(text), rules_(rules), found_(found) {}

    bool accepts() const {
        if (has(found_.first - 1, rules_.symbols.money) && found_.first > 0) return false;
        // "60 Minutes", "48 Hours": a title.
        if (found_.what == action::duration && found_.slots.has(slot::num) && capital(found_.last - 1)) return false;
        if (found_.last - found_.first == 1) return accepts_alone();
        return true;
    }

private:
    bool has(std::size_t item, symbol what) const {
        return item < text_.items.size() && text_.items[item].sentence == text_.items[found_.first].sentence &&
               text_.find(item, what) != nullptr;
    }

    bool accepts_alone() const {
        const auto& symbols = rules_.symbols;
        const auto before = found_.first == 0 ? text_.items.size() : found_.first - 1;
        const bool led = has(before, symbols.leads);
        if (has(found_.first, symbols.never_alone) && !doc_.words(text_.items[found_.first].where).ends_with('.'))
            return false;
        if ((has(found_.first, symbols.guarded) || found_.what == action::bare_year) && !led) return false;
        if (found_.slots.has(slot::deixis) && in_a_name()) return false;
        if (!found_.slots.has(slot::year) || found_.what != action::date) return true;
        const auto year = *found_.slots.get(slot::year);
        const bool recent = year >= 1900 && year <= 2030;
        if (has(before, symbols.counts)) return false;
        return (led || recent) && !counts_things();
    }

    bool capital(std::size_t item) const {
        const char c = doc_.text[text_.items[item].where.begin];
        return c >= 'A' && c <= 'Z';
    }

    /// "USA Today"
    bool in_a_name() const {
        return found_.first > 0 && capital(found_.first) && capital(found_.first - 1) &&
               text_.items[found_.first - 1].sentence == text_.items[found_.first].sentence;
    }

    /// A plural follows, or a unit: "2000 people", "1,500 miles".
    bool counts_things() const {
        if (found_.last >= text_.items.size()) return false;
        const auto& next = text_.items[found_.last];
        const auto& word = doc_.tokens[next.tokens.first];
        if (word.penn == xpos::nns) return true;
        if (word.penn != xpos::xx) return false;
        const auto form = doc_.words(next.where);
        return form.size() > 3 && form.ends_with('s') && !form.ends_with("ss") && form[0] >= 'a' && form[0] <= 'z' &&
               form != "was";
    }

    const document& doc_;
    const lexed_text& text_;
    const rule_book& rules_;
    const expression& found_;
};

}  // namespace

bool is_time(const document& doc, const lexed_text& text, const rule_book& rules, const expression& found) {
    return judge(doc, text, rules, found).accepts();
}

}  // namespace throughline::temporal
