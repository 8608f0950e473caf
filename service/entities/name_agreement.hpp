// Lets all places of a word in a document bear on what it names at each of them (after the two-stage prediction of
// Krishnan and Manning 2006, here by sharing scores instead of labels).
#pragma once

#include "entities/name_model.hpp"

#include <array>
#include <cstdint>
#include <unordered_map>

namespace throughline::entities {

class name_agreement {
public:
    void clear() { words_.clear(); }

    /// Notes the scores that a word has by itself at one place.
    void add(std::uint64_t word, const label_scores& own);

    /// Adds a share of the mean of the other places to the scores at one place; to be called with the scores that add()
    /// was given there, when all places are noted.
    void share(std::uint64_t word, label_scores& scores) const;

private:
    struct noted {
        std::int32_t places = 0;
        std::array<std::int32_t, name_kinds> sum{};  ///< of each place's better score for beginning or inside
    };
    std::unordered_map<std::uint64_t, noted> words_;
};

}  // namespace throughline::entities
