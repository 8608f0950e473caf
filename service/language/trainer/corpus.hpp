// Annotated sentences for training.
#pragma once

#include "document/tagset.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace throughline::language {

struct gold_word {
    std::string form;
    std::string lemma;  ///< empty when the corpus has none
    bool space_before = true;
    std::optional<upos> pos;
    std::optional<xpos> penn;
    std::int32_t head = -1;  ///< index within the sentence, -1 for the root or when unknown
    deprel relation = deprel::dep;
};

struct gold_sentence {
    std::vector<gold_word> words;
    std::string document;  ///< id of the text it stands in
};

/// Reads CoNLL-U. Throws std::runtime_error when a line breaks the format.
std::vector<gold_sentence> read_conllu(const std::filesystem::path& path);

/// Reads tokens with Penn tags and named entities, a token a line, an empty line after a sentence. Words are cut at
/// hyphens as the tokeniser does it; the parts have no tag.
std::vector<gold_sentence> read_tagged_news(const std::filesystem::path& path);

}  // namespace throughline::language
