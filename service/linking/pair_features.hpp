// What speaks for and against two mentions telling of one event.
#pragma once

#include "linking/story_mentions.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace throughline::linking {

/// In the order of the rows of data/coreference.tsv, which says what each value means.
enum class feature : std::uint8_t {
    bias,
    same_type,
    related_type,
    same_lemma,
    derived_lemma,
    same_actor,
    different_actor,
    same_recipient,
    different_recipient,
    same_victim,
    shared_parties,
    no_shared_parties,
    no_parties,
    same_day,
    times_overlap,
    times_apart,
    reports_apart,
    same_place,
    different_place,
    same_quote,
    different_quote,
    word_overlap,
    different_words,
    different_status,
    same_numbers,
    different_numbers,
    same_sentence,
    synonym,
    untyped,
    untyped_lemma,
    untyped_derived,
    untyped_words,
    counted_apart,
    untyped_strangers,
};
inline constexpr std::size_t feature_count = 34;

using feature_values = std::array<double, feature_count>;

/// Symmetric in the two mentions.
feature_values compare(const story_mention& left, const story_mention& right, const story_mentions& story);

/// Days between two times, 0 when they can be the same.
int days_apart(const story_mention& left, const story_mention& right);

/// One text of direct words, long enough to tell, within the other.
bool same_quote(std::string_view left, std::string_view right);

/// Two lemmas of one origin, as far as their common beginning tells: "congratulate", "congratulation".
bool derived(std::string_view left, std::string_view right);

std::string_view name(feature which);

}  // namespace throughline::linking
