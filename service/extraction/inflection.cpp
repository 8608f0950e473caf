#include "extraction/inflection.hpp"

#include "extraction/tables.hpp"

#include <unordered_map>

namespace throughline::extraction {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool takes_es(std::string_view lemma) {
    return lemma.ends_with("s") || lemma.ends_with("x") || lemma.ends_with("z") || lemma.ends_with("ch") ||
           lemma.ends_with("sh") || lemma.ends_with("o");
}

/// Whether the last consonant is doubled before an ending: "ban" gives "banned". Of longer words only those whose last
/// syllable is stressed do, which the spelling does not tell; the table of irregular verbs lists them.
bool doubles_last(std::string_view lemma) {
    if (lemma.size() < 3) return false;
    const char last = lemma.back();
    if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
    if (!is_vowel(lemma[lemma.size() - 2]) || is_vowel(lemma[lemma.size() - 3])) return false;
    int vowels = 0;
    for (const char c : lemma) vowels += is_vowel(c) ? 1 : 0;
    return vowels == 1;
}

struct irregular_forms {
    std::string_view past_participle;
    std::string_view present_participle;
};

const irregular_forms* irregular(std::string_view lemma) {
    static const auto table = [] {
        std::unordered_map<std::string_view, irregular_forms> all;
        for (const auto& row : read_rows("service/extraction/data/irregular_verbs.tsv", 3))
            all.emplace(row[0], irregular_forms{row[1], row[2]});
        return all;
    }();
    const auto found = table.find(lemma);
    return found == table.end() ? nullptr : &found->second;
}

}  // namespace

std::string past_participle(std::string_view lemma) {
    if (const auto* forms = irregular(lemma)) return std::string(forms->past_participle);
    std::string form(lemma);
    if (form.size() > 1 && form.back() == 'y' && !is_vowel(form[form.size() - 2])) {
        form.back() = 'i';
        return form + "ed";
    }
    if (doubles_last(lemma)) form += form.back();
    return form + (form.ends_with('e') ? "d" : "ed");
}

std::string present_participle(std::string_view lemma) {
    if (const auto* forms = irregular(lemma); forms && forms->present_participle != "-")
        return std::string(forms->present_participle);
    std::string form(lemma);
    if (form.ends_with("ie")) return form.substr(0, form.size() - 2) + "ying";
    if (form.size() > 2 && form.ends_with('e') && !form.ends_with("ee") && !form.ends_with("oe")) form.pop_back();
    if (doubles_last(lemma)) form += form.back();
    return form + "ing";
}

std::string present_tense(std::string_view lemma, bool plural) {
    if (lemma == "be") return plural ? "are" : "is";
    if (plural || lemma.empty()) return std::string(lemma);
    if (lemma == "have") return "has";
    std::string form(lemma);
    if (form.size() > 1 && form.back() == 'y' && !is_vowel(form[form.size() - 2])) {
        form.back() = 'i';
        return form + "es";
    }
    return form + (takes_es(lemma) ? "es" : "s");
}

}  // namespace throughline::extraction
