// Articles in the CAT XML of SemEval-2015 Task 4: numbered tokens and, where they are given, event mentions.
#pragma once

#include "eval/tokenized_document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::eval {

struct cat_document {
    std::string id;                                   ///< "16844"
    std::vector<std::vector<std::string>> sentences;  ///< words; the first is the headline, the second the date
    std::vector<corpus_tokens> events;                ///< the words marked as event mentions, in file order
};

/// The first sentences of an article, which are not part of its text.
inline constexpr std::uint32_t cat_head_sentences = 2;

/// Throws std::runtime_error when the file has no document id or counts its sentences wrongly.
cat_document read_cat(std::string_view file);

}  // namespace throughline::eval
