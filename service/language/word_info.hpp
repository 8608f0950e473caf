// What the models see of one word: hashes of its lower-case form, its affixes and its shape.
#pragma once

#include "language/hashing.hpp"
#include "language/word_clusters.hpp"

#include <array>
#include <string>
#include <string_view>

namespace throughline::language {

struct word_info {
    hash lower = 0;                ///< lower-case form, digits as 0
    hash shape = 0;                ///< capitals, digits, hyphen, length class
    std::array<hash, 4> suffix{};  ///< last 1 to 4 bytes of the lower-case form; shorter words repeat the whole
    std::array<hash, 3> prefix{};  ///< first 1 to 3 bytes
    word_class usage;              ///< class in the word vectors, when the caller has looked it up
};

/// Describes a word; `buffer` is working space that calls share and holds the lower-case form afterwards.
word_info describe(std::string_view form, std::string& buffer);

/// What describe() tells as `lower`, alone.
hash hash_of_lower(std::string_view form, std::string& buffer);

}  // namespace throughline::language
