// The words that date an event: which time expression of its sentence a trigger goes with.
#pragma once

#include "extraction/syntax.hpp"
#include "extraction/timex_governor.hpp"
#include "extraction/triggers.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace throughline::extraction {

/// Of one document; linear in its time expressions.
class expression_finder {
public:
    /// `tree` must outlive it.
    expression_finder(const syntax& tree, const std::vector<trigger_match>& matches);

    /// The expression that dates a trigger's event; nullptr when no words do.
    const governed_timex* find(const trigger_match& match) const;

private:
    std::span<const governed_timex> in_sentence(std::uint32_t sentence) const;
    std::span<const governed_timex> around(std::uint32_t index) const;
    const governed_timex* governed_by(std::uint32_t index) const;
    bool is_premodifier(const governed_timex& one) const;
    bool describes_noun(const governed_timex& one) const;
    std::uint32_t verb_over(std::uint32_t head, std::uint32_t governor) const;
    std::uint32_t event_above(std::uint32_t index) const;
    bool frames_otherwise(std::uint32_t noun) const;
    const governed_timex* through_existence(std::uint32_t noun) const;
    const governed_timex* through_occasion(std::uint32_t noun) const;
    std::uint32_t preposition_before(std::uint32_t noun) const;
    const governed_timex* through_named_day(const trigger_match& match) const;
    const governed_timex* right_behind(std::uint32_t cue) const;
    const governed_timex* through_setting(std::uint32_t predicate) const;
    const governed_timex* of_setting(std::uint32_t noun) const;
    const governed_timex* through_report_end(std::uint32_t cue) const;
    const governed_timex* at_end_of_citation(std::uint32_t cue) const;
    const governed_timex* below_picture(std::uint32_t predicate) const;
    bool is_one_day(const governed_timex& one) const;
    const governed_timex* through_governors(std::uint32_t index) const;
    const governed_timex* through_main_clause(std::uint32_t predicate) const;
    bool opens_sentence(const governed_timex& one) const;
    bool opens_when(std::uint32_t clause) const;
    const governed_timex* through_frame(std::uint32_t predicate) const;
    bool is_asserted(std::uint32_t index) const;
    const governed_timex* beside(std::uint32_t verb) const;
    const governed_timex* trailing(std::uint32_t noun) const;
    bool is_parted(std::uint32_t left, std::uint32_t right) const;
    bool is_means(std::uint32_t clause) const;
    const governed_timex* through_purpose(std::uint32_t verb) const;

    const syntax& tree_;
    std::vector<governed_timex> governed_;
    std::vector<std::size_t> by_sentence_;
    std::vector<bool> is_trigger_;
};

}  // namespace throughline::extraction
