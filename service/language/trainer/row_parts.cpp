#include "language/trainer/row_parts.hpp"

#include <algorithm>

namespace throughline::language {

void row_parts::add_single(std::uint32_t size) {
    const auto own = reserve(size);
    for (std::uint32_t i = 0; i < size; ++i) add({own + i});
}

void row_parts::add_products(std::uint32_t firsts, std::uint32_t seconds) {
    const auto own = reserve(firsts * seconds), first = reserve(firsts), second = reserve(seconds);
    for (std::uint32_t i = 0; i < firsts; ++i)
        for (std::uint32_t k = 0; k < seconds; ++k) add({own + i * seconds + k, first + i, second + k});
}

void row_parts::add_words(std::span<const word_class> class_of_form, std::uint32_t unclassed,
                          std::span<const std::uint16_t> coarse_of_fine) {
    const auto forms = static_cast<std::uint32_t>(class_of_form.size());
    const auto classes = static_cast<std::uint32_t>(coarse_of_fine.size());
    const auto coarse_classes = *std::max_element(coarse_of_fine.begin(), coarse_of_fine.end()) + 1U;
    const auto own = reserve(forms), rare = reserve(1), fine = reserve(classes), coarse = reserve(coarse_classes);
    for (std::uint32_t form = 0; form < forms; ++form) {
        if (form < unclassed)
            add({own + form});
        else
            add({own + form, fine + class_of_form[form].fine, coarse + class_of_form[form].coarse});
    }
    for (std::uint32_t c = 0; c < classes; ++c) add({rare, fine + c, coarse + coarse_of_fine[c]});
}

}  // namespace throughline::language
