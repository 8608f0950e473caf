// Reads the pattern notation of patterns.tsv into plain sequences of symbols.
#pragma once

#include "temporal/grammar.hpp"
#include "temporal/vocabulary.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::temporal {

/// Patterns given by name, for "@NAME".
using definitions = std::unordered_map<std::string_view, std::vector<sequence>>;

/// All sequences that the pattern stands for. Words in lower case and marks are added to the vocabulary as themselves.
/// Throws std::invalid_argument, saying what is wrong, for a malformed pattern or an unknown name.
std::vector<sequence> parse_pattern(std::string_view text, const definitions& known, vocabulary& words);

}  // namespace throughline::temporal
