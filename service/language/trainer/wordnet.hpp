// Inflected forms from WordNet's lists.
#pragma once

#include "document/tagset.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace throughline::language {

struct inflected_form {
    std::string form;
    std::string lemma;
    xpos tag;
    bool irregular_verb = false;
};

/// The irregular forms of noun.exc, verb.exc and adj.exc, then the regular plurals and verb forms of the single words
/// in index.noun and index.verb that have no irregular one. Throws std::runtime_error when a list is missing.
std::vector<inflected_form> read_wordnet(const std::filesystem::path& folder);

}  // namespace throughline::language
