#include "temporal/expression.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::temporal {
namespace {

constexpr std::size_t longest_row = 16;  ///< bytes beside an expression that are looked at

using text::is_digit;

class judge {
public:
    judge(const document& doc, const lexed_text& text, const rule_book& rules, const expression& found)
        : doc_(doc), text_(text), rules_(rules), found_(found) {}

    bool accepts() const {
        const auto& symbols = rules_.symbols;
        if (after(symbols.money)) return false;
        if (found_.what == action::bare_year) return after(symbols.leads);
        if (is_part_of_a_row() || (found_.what == action::date && goes_on())) return false;
        if (is_title()) return false;
        if (found_.what != action::date) return true;
        if (says(slot::deixis) && in_a_name()) return false;
        if (says_only(slot::year)) return accepts_year();
        if (says_only(slot::season))
            return !has(found_.last, symbols.of) && (alone() ? after(symbols.season_leads) : true);
        if (!alone()) return true;
        if (has(found_.first, symbols.never_alone) && !doc_.words(text_.items[found_.first].where).ends_with('.'))
            return false;
        return !has(found_.first, symbols.guarded) || after(symbols.leads);
    }

private:
    bool has(std::size_t item, symbol what) const {
        return item < text_.items.size() && text_.items[item].sentence == text_.items[found_.first].sentence &&
               text_.find(item, what) != nullptr;
    }

    bool after(symbol what) const { return found_.first > 0 && has(found_.first - 1, what); }
    bool alone() const { return found_.last - found_.first == 1; }
    bool says(slot which) const { return found_.slots.has(which); }

    /// The slot is the one place on the calendar that is named.
    bool says_only(slot which) const {
        for (const auto other : {slot::year, slot::month, slot::mday, slot::weekday, slot::season, slot::holiday,
                                 slot::era, slot::deixis, slot::part, slot::clock})
            if (says(other) != (other == which)) return false;
        return true;
    }

    /// "5 May 3000": what follows belongs to it and makes it a date that is none here.
    bool goes_on() const {
        if (!says(slot::mday) || !says(slot::month) || says(slot::year)) return false;
        const bool comma = found_.last < text_.items.size() && doc_.words(text_.items[found_.last].where) == ",";
        const std::size_t next = found_.last + (comma ? 1 : 0);
        if (next >= text_.items.size() || text_.items[next].sentence != text_.items[found_.first].sentence)
            return false;
        const auto word = doc_.words(text_.items[next].where);
        return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit) && !counts_things(next + 1);
    }

    /// Within three numbers or more that dashes join: "2018-99-99" holds no year.
    bool is_part_of_a_row() const {
        const std::string_view text = doc_.text;
        const auto joins = [&](std::size_t at) { return is_digit(text[at]) || text[at] == '-'; };
        const std::size_t first = text_.items[found_.first].where.begin;
        const std::size_t last = text_.items[found_.last - 1].where.end;
        std::size_t begin = first;
        std::size_t end = last;
        while (begin > 0 && first - begin < longest_row && joins(begin - 1)) --begin;
        while (end < text.size() && end - last < longest_row && joins(end)) ++end;
        const bool longer = begin < first || end > last;
        return longer && std::count(text.begin() + begin, text.begin() + end, '-') > 1;
    }

    bool accepts_year() const {
        const auto& symbols = rules_.symbols;
        const auto year = *found_.slots.get(slot::year);
        const bool recent = year >= 1900 && year <= 2030;
        if (counts_things(found_.last) || after(symbols.counts)) return false;
        return recent || !alone() || after(symbols.leads);
    }

    bool upper(std::size_t item) const {
        const char c = doc_.text[text_.items[item].where.begin];
        return c >= 'A' && c <= 'Z';
    }

    /// A capital and small letters: all capitals say nothing.
    bool capital(std::size_t item) const {
        const auto word = doc_.words(text_.items[item].where);
        return word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a' && word[1] <= 'z';
    }

    /// "60 Minutes", ABC's "This Week", the Future Investment Initiative, the Harbour Daily: no unit has a capital, no
    /// adjective or adverb a name beside it.
    bool is_title() const {
        const bool unit = says(slot::unit) || says(slot::units);
        if (unit && !alone() && capital(found_.last - 1)) return true;
        if ((found_.what != action::ref && found_.what != action::set) || !alone() || !capital(found_.first))
            return false;
        return in_a_name() || (found_.last < text_.items.size() && capital(found_.last));
    }

    /// "USA Today"
    bool in_a_name() const {
        return found_.first > 0 && capital(found_.first) && upper(found_.first - 1) &&
               text_.items[found_.first - 1].sentence == text_.items[found_.first].sentence;
    }

    /// A plural stands there, or a unit: "2000 people", "1,500 miles".
    bool counts_things(std::size_t item) const {
        if (item >= text_.items.size()) return false;
        const auto& next = text_.items[item];
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
