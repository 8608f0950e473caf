// Words that tell of events of any kind, inside the ontology or not: a learned judgement of each verb, noun and
// adjective.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::extraction {

/// One judged word: the word alone, a verb with its particle, or two that are one word (data/event_phrases.tsv).
struct event_word {
    std::uint32_t token = none;
    token_range words;
    double odds = 0;  ///< log-odds that it tells of an event
};

/// What is known of a word: itself, its senses, its tags, its place in the tree and its neighbours' tags. `typed` says
/// whether it triggers an event of the ontology. Empty for words that never tell of events.
std::vector<std::string> event_word_features(const syntax& tree, std::uint32_t token, bool typed);

/// All words whose log-odds reach 0, in text order, by the weights of data/event_words.tsv. The document has passed all
/// stages before the events; its mentions tell which words are typed.
std::vector<event_word> event_words(const document& doc);

}  // namespace throughline::extraction
