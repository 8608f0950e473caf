// A story's mentions made ready for comparison: names, words and types as numbers, in one order.
#pragma once

#include "document/article_record.hpp"
#include "linking/event_types.hpp"
#include "linking/merge_record.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::linking {

/// Ascending, each once.
using number_set = std::vector<std::uint32_t>;

struct story_mention {
    mention_ref ref;
    std::uint32_t article = 0;  ///< rank of the article by key
    std::uint32_t sentence = 0;
    std::string_view type;
    std::string_view lemma;
    type_rule rule;
    bool typed = false;   ///< of a type other than "other"
    number_set roots;     ///< verbs that the trigger is or is derived from, numbered within the story
    number_set synonyms;  ///< word_relations::synonyms of the trigger
    number_set actors;    ///< story_participants numbers
    number_set recipients;
    number_set places;
    number_set parties;       ///< all but the places
    number_set persons;       ///< actors and recipients who are people
    number_set victims;       ///< people whom it befalls and whom it can befall only once
    day published{};          ///< of the article
    double words_norm = 0;    ///< sum of the squared weights of its words
    double type_weight = 0;   ///< from 0 (every mention is of the type) to 1 (this one alone)
    double lemma_weight = 0;  ///< the same of the trigger's lemma
    number_set words;         ///< indices into story_mentions::word_weights
    number_set numbers;       ///< words that are numbers, the same indices
    std::string_view said;
    std::optional<day> first;
    std::optional<day> last;
    bool founded = false;  ///< words of the text give the date
    event_status status = event_status::occurred;
    bool background = false;

    /// The day when words give one.
    std::optional<day> founded_day() const { return founded && first && first == last ? first : std::nullopt; }
};

struct story_mentions {
    std::vector<story_mention> mentions;  ///< by article key, then place in the text
    std::vector<double> word_weights;     ///< from 0 (in every mention) to 1 (in one)
    std::vector<double> squared_word_weights;
    std::vector<double> party_weights;  ///< the same, by story_participants number
};

/// Views into the articles given. Their order does not matter, nor that of the mentions within one.
story_mentions prepare(std::span<const article_record> articles);

/// Whether the two sets share a number.
bool meet(const number_set& left, const number_set& right);
/// How many numbers are in both.
std::size_t shared_count(const number_set& left, const number_set& right);

}  // namespace throughline::linking
