#include "extraction/inflection.hpp"

namespace throughline::extraction {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool takes_es(std::string_view lemma) {
    return lemma.ends_with("s") || lemma.ends_with("x") || lemma.ends_with("z") || lemma.ends_with("ch") ||
           lemma.ends_with("sh") || lemma.ends_with("o");
}

}  // namespace

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
