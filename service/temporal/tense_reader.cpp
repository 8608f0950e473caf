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
            if (const auto told = of(i - 1); told != tense::unknown) return told;
        for (std::size_t i = last; i < text_.items.size() && i - last < reach && text_.items[i].sentence == sentence;
             ++i)
            if (const auto told = of(i); told != tense::unknown) return told;
        return tense::unknown;
    }

private:
    tense of(std::size_t item) const {
        if (text_.find(item, rules_.symbols.will)) return tense::future;
        if (text_.find(item, rules_.symbols.was)) return tense::past;
        const auto& word = doc_.tokens[text_.items[item].tokens.first];
        if (word.penn == xpos::vbd) return tense::past;
        if (word.penn != xpos::xx) return tense::unknown;
        const auto form = doc_.words(text_.items[item].where);
        return form.size() > 4 && form.ends_with("ed") ? tense::past : tense::unknown;
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
