// Sentences with a name label a word, from CoNLL-like files.
#pragma once

#include "entities/name_label.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace throughline::entities {

struct labelled_sentence {
    std::vector<std::string> words;
    std::vector<name_label> labels;  ///< one a word
};

/// Sentences in a row that are read as one document: the corpora do not tell where a document ends.
inline constexpr std::size_t document_sentences = 12;

/// Reads a word a line, its label ("B-per", "I-ORG", "O") in the last column, a blank line between sentences. Kinds are
/// those of name_kind_codes; LOC is read as geo, and what the model has no kind for as outside. A name that begins with
/// I- is taken to begin there. Throws std::runtime_error when the file cannot be read.
std::vector<labelled_sentence> read_corpus(const std::filesystem::path& path);

}  // namespace throughline::entities
