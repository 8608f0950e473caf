// Whose event a verb such as "lead to" or "prompting" ties to the one it governs.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace throughline::extraction {

/// How a word ties the events on its two sides.
struct tie {
    relation kind;
    bool up;  ///< the event below bears on the one above
};

using tie_table = std::unordered_multimap<std::string_view, tie>;
using ties = std::pair<tie_table::const_iterator, tie_table::const_iterator>;

/// A resource of rows word, relation, direction; throws std::runtime_error where it names no relation.
tie_table read_ties(std::string_view name);

/// What the verb, with its particle, makes of the events of its subject and its object: data/causal_verbs.tsv.
ties binding_verb(const syntax& tree, std::uint32_t verb);
bool binds(const syntax& tree, std::uint32_t verb);

/// The mention that is the verb's subject ("the leak led to arrests"), that its subject tells of ("news of the leak led
/// to arrests"), that a participle goes on from ("the leak was confirmed, leading to arrests") or that has it as its
/// purpose ("sued to secure his release"); none when there is none. `mention_at` gives the mention of each token, or
/// none.
std::uint32_t subject_event(const syntax& tree, std::uint32_t verb, std::span<const std::uint32_t> mention_at);

/// "the leak led to arrests": whether another event is told to have brought about that of the noun.
bool is_brought_about(const syntax& tree, std::uint32_t noun, std::span<const std::uint32_t> mention_at);

}  // namespace throughline::extraction
