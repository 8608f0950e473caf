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
        for (std::size_t i = first; i > 0 && first - i < reach && text_.items[i - 1].sentence == sentence; --i)
            if (const auto told = of(i - 1, side::left); told != tense::unknown) return told;
        for (std::size_t i = last; i < text_.items.size() && i - last < reach && text_.items[i].sentence == sentence;
             ++i)
            if (const auto told = of(i, side::right); told != tense::unknown) return told;
        return tense::unknown;
    }

private:
    enum class side { left, right };

    tense of(std::size_t item, side where) const {
        if (text_.find(item, rules_.symbols.will)) return tense::future;
        const auto tag = doc_.tokens[text_.items[item].tokens.first].penn;
        switch (tag) {
            case xpos::vbd: return tense::past;
            case xpos::vb:
            case xpos::vbn:
            case xpos::vbg: return where == side::left ? of_group(item, tag) : tense::unknown;
            case xpos::xx: break;
            default: return tense::unknown;
        }
        if (text_.find(item, rules_.symbols.was)) return tense::past;
        const auto form = doc_.words(text_.items[item].where);
        return form.size() > 4 && form.ends_with("ed") ? tense::past : tense::unknown;
    }

    /// A verb form whose time its auxiliaries tell: "will be held", "to leave", "are meeting", "has fallen".
    tense of_group(std::size_t item, xpos tag) const {
        constexpr std::size_t longest_group = 4;  // items before the verb
        for (std::size_t i = item; i > 0 && item - i < longest_group; --i) {
            if (text_.items[i - 1].sentence != text_.items[item].sentence) break;
            const auto& word = doc_.tokens[text_.items[i - 1].tokens.first];
            if (text_.find(i - 1, rules_.symbols.will)) return tense::future;
            if (tag == xpos::vb && word.penn == xpos::to) return tense::future;
            if (text_.find(i - 1, rules_.symbols.was) || word.penn == xpos::vbd) return tense::past;
            if (tag == xpos::vbg && i == item && (word.penn == xpos::vbz || word.penn == xpos::vbp))
                return tense::future;
        }
        return tag == xpos::vbn ? tense::past : tense::unknown;
    }

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
