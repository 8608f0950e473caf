#include "temporal/tense_reader.hpp"

namespace throughline::temporal {
namespace {

constexpr std::size_t reach = 40;  // items looked at on either side: keeps hostile sentences linear

class tense_finder {
public:
    tense_finder(const document& doc, const lexed_text& text, const rule_book& rules)
        : doc_(doc), text_(text), rules_(rules) {}

    tense find(std::size_t first, std::size_t last) const {
        const auto sentence = text_.items[first].sentence;
        const bool deadline = is_deadline(first);
        for (std::size_t i = first; i > 0 && first - i < reach && text_.items[i - 1].sentence == sentence; --i) {
            if (const auto told = of(i - 1, side::left); told != tense::unknown)
                return deadline && is_perfect(i - 1) ? tense::future : told;
            if (deadline && (is_present(i - 1) || tag_of(i - 1) == xpos::vb)) return tense::future;
        }
        for (std::size_t i = last; i < text_.items.size() && i - last < reach && text_.items[i].sentence == sentence;
             ++i)
            if (const auto told = of(i, side::right); told != tense::unknown) return told;
        return tense::unknown;
    }

private:
    enum class side { left, right };

    tense of(std::size_t item, side where) const {
        if (text_.find(item, rules_.symbols.will)) return tense::future;
        const auto tag = tag_of(item);
        switch (tag) {
            case xpos::vbd: return tense::past;
            case xpos::vbn: return of_group(item, tag);
            case xpos::vb:
            case xpos::vbg: return where == side::left ? of_group(item, tag) : tense::unknown;
            case xpos::xx: break;
            default: return tense::unknown;
        }
        if (text_.find(item, rules_.symbols.was) || is_has(item)) return tense::past;
        const auto form = doc_.words(text_.items[item].where);
        return form.size() > 4 && form.ends_with("ed") ? tense::past : tense::unknown;
    }

    /// A verb form whose time its auxiliaries tell: "will be held", "agreed to leave", "are meeting", "has fallen".
    tense of_group(std::size_t item, xpos tag) const {
        constexpr std::size_t longest_group = 4;  // items before the verb
        for (std::size_t i = item; i > 0 && item - i < longest_group; --i) {
            if (text_.items[i - 1].sentence != text_.items[item].sentence) break;
            const auto before = tag_of(i - 1);
            if (text_.find(i - 1, rules_.symbols.will)) return tense::future;
            if (before == xpos::to && tag != xpos::vbg) return follows_plan(i - 1) ? tense::future : tense::unknown;
            if (text_.find(i - 1, rules_.symbols.was) || before == xpos::vbd || is_has(i - 1)) return tense::past;
            if (tag == xpos::vbg && i == item && is_present(i - 1)) return tense::future;
        }
        return tag == xpos::vbn ? tense::past : tense::unknown;
    }

    /// "to" after a word that looks ahead, or right after a noun: "plans to", "an interview to be aired".
    bool follows_plan(std::size_t to) const {
        if (to == 0) return false;
        const auto next = to + 1 < text_.items.size() ? doc_.words(text_.items[to + 1].where) : "";
        return text_.find(to - 1, rules_.symbols.plan) || next == "be";
    }

    /// "until Friday", "by Friday", "as soon as Friday"
    bool is_deadline(std::size_t first) const {
        if (first < 2) return false;
        const auto& symbols = rules_.symbols;
        if (text_.find(first - 1, symbols.as) && text_.find(first - 2, symbols.soon)) return true;
        const auto* bound = text_.find(first - 1, symbols.bound);
        return bound && bound->value == static_cast<std::int32_t>(bound_kind::until);
    }

    bool is_has(std::size_t item) const { return text_.find(item, rules_.symbols.has) != nullptr; }
    bool is_perfect(std::size_t item) const {
        return tag_of(item) == xpos::vbn && item > 0 && (is_has(item - 1) || (item > 1 && is_has(item - 2)));
    }
    bool is_present(std::size_t item) const { return tag_of(item) == xpos::vbz || tag_of(item) == xpos::vbp; }
    xpos tag_of(std::size_t item) const { return doc_.tokens[text_.items[item].tokens.first].penn; }

    const document& doc_;
    const lexed_text& text_;
    const rule_book& rules_;
};

}  // namespace

tense tense_around(const document& doc, const lexed_text& text, const rule_book& rules, std::size_t first,
                   std::size_t last) {
    return tense_finder(doc, text, rules).find(first, last);
}

}  // namespace throughline::temporal
