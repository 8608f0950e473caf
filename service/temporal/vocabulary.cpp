#include "temporal/vocabulary.hpp"

#include <stdexcept>

namespace throughline::temporal {

symbol vocabulary::intern(std::string_view name) {
    const auto [at, fresh] = symbols_.try_emplace(name, static_cast<symbol>(names_.size()));
    if (fresh) {
        if (names_.size() == 0xffff) throw std::length_error("temporal: too many symbols");
        names_.push_back(name);
    }
    return at->second;
}

void vocabulary::add(std::string_view form, term meaning) {
    auto& terms = words_[form];
    for (const auto& known : terms)
        if (known.what == meaning.what && known.value == meaning.value) return;
    terms.push_back(meaning);
}

std::span<const term> vocabulary::find(std::string_view form) const {
    const auto found = words_.find(form);
    if (found == words_.end()) return {};
    return found->second;
}

}  // namespace throughline::temporal
