// A story's mentions made ready for comparison, and kept so while it grows: names, words and types as numbers.
#pragma once

#include "document/article_record.hpp"
#include "linking/article_sample.hpp"
#include "linking/event_types.hpp"
#include "linking/merge_record.hpp"
#include "linking/numbering.hpp"
#include "linking/story_participants.hpp"
#include "linking/weight_scale.hpp"

#include <boost/container/small_vector.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::linking {

/// Ascending, each once.
using number_set = boost::container::small_vector<std::uint32_t, 4>;

struct story_mention {
    mention_ref ref;
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
    number_set parties;        ///< all but the places
    number_set persons;        ///< actors and recipients who are people
    number_set victims;        ///< people whom it befalls and whom it can befall only once
    day published{};           ///< of the article
    double words_norm = 0;     ///< sum of the squared weights of its words
    double type_weight = 0;    ///< from 0 (every mention is of the type) to 1 (this one alone)
    double lemma_weight = 0;   ///< the same of the trigger's lemma
    number_set words;          ///< indices into story_mentions::word_weights
    number_set numbers;        ///< words that are numbers, the same indices
    std::string_view counted;  ///< ordinal of the trigger: "second" of "the second search"
    number_set route_from;     ///< places that it goes from, numbered within the story
    number_set route_to;       ///< places that it goes to
    std::string_view said;
    std::optional<day> first;
    std::optional<day> last;
    bool founded = false;  ///< words of the text give the date
    bool news = false;     ///< told in the lead as news of the article, or as said by somebody without a date
    bool leads = false;    ///< told in the lead
    event_status status = event_status::occurred;
    bool background = false;

    /// The day when words give one.
    std::optional<day> founded_day() const { return founded && first && first == last ? first : std::nullopt; }
};

struct story_mentions {
    std::vector<story_mention> mentions;  ///< in the order their articles came in
    std::vector<std::uint32_t> ranks;     ///< place of each in the order of article keys, then of the text
    std::vector<double> word_weights;     ///< weight_scale: from 0 (in every mention) to 1 (in one)
    std::vector<double> squared_word_weights;
    std::vector<double> party_weights;  ///< the same, by story_participants number
};

/// What a story's growth did to a mention.
enum class growth : std::uint8_t {
    none,
    reweighted,  ///< what it is compared by weighs differently
    renamed,     ///< its parties are known as others than before
    added
};

/// The mentions of a story whose articles come in one after the other. Which articles there are decides all but the
/// order of the mentions and the numbers themselves.
class growing_mentions {
public:
    growing_mentions();

    /// Takes in the articles behind those of the last call, which are given again at their places. The mentions of all
    /// must stay where they are in memory.
    void grow(std::span<const article_record> articles);

    const story_mentions& story() const { return story_; }
    const story_participants& participants() const { return participants_; }

    /// What the last call did, by mention.
    const std::vector<growth>& changes() const { return changes_; }

private:
    struct party_use {
        std::uint32_t key = 0;  ///< story_participants::key
        participant_role role = participant_role::other;
        bool person = false;
    };
    /// What does not change with the story.
    struct origin {
        std::vector<party_use> parties;
        std::uint32_t type = 0;
        std::uint32_t lemma = 0;
        number_set own_victims;
    };
    using counts = std::vector<std::uint32_t>;

    void add(const article_record& article, mention_ref ref);
    void add_relations(story_mention& mention);
    void add_words(const record_mention& source, story_mention& mention);
    void add_route(const record_mention& source, story_mention& mention);
    void count(const article_sample::change& change);
    void count(std::uint32_t article, int times);
    void rank(std::span<const article_record> articles);
    bool name_parties();
    void name_parties(std::size_t mention);
    void infer_victims();
    void weigh();
    void weigh_added();
    void weigh(std::size_t mention);
    counts count_parties() const;

    story_mentions story_;
    std::vector<origin> origins_;  ///< of each mention
    std::vector<growth> changes_;
    std::vector<std::uint32_t> ends_;   ///< of each article's mentions
    std::vector<std::uint32_t> order_;  ///< articles by key
    article_sample sample_;
    std::uint32_t sampled_mentions_ = 0;
    story_participants participants_;
    numbering words_, roots_, types_, lemmas_, ways_;
    counts word_counts_, type_counts_, lemma_counts_;  ///< in the mentions of the sample
    std::vector<double> type_weights_, lemma_weights_;
};

/// Whether the two sets share a number.
bool meet(const number_set& left, const number_set& right);
/// How many numbers are in both.
std::size_t shared_count(const number_set& left, const number_set& right);

}  // namespace throughline::linking
