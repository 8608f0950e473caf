// What a decision asks of the scores of its choices.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace throughline::language {

/// Number of the largest score, the first of equal ones. There is at least one score.
std::size_t first_largest(std::span<const std::int32_t> scores);

/// The logarithm of the sum of exponentials of the scores times `unit`, over the largest one, `most`. What is less than
/// e^-10 as large is left out.
float log_of_sum(std::span<const std::int32_t> scores, std::int32_t most, float unit);

}  // namespace throughline::language
