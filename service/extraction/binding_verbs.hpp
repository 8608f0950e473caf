// Whose event a verb such as "lead to" or "prompting" ties to the one it governs.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <span>

namespace throughline::extraction {

/// The mention that is the verb's subject ("the leak led to arrests"), that its subject tells of ("news of the leak led
/// to arrests"), that a participle goes on from ("the leak was confirmed, leading to arrests") or that has it as its
/// purpose ("sued to secure his release"); none when there is none. `mention_at` gives the mention of each token, or
/// none.
std::uint32_t subject_event(const syntax& tree, std::uint32_t verb, std::span<const std::uint32_t> mention_at);

}  // namespace throughline::extraction
