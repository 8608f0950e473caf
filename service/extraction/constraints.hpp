// Whether the restrictions of a trigger rule hold where a word stands.
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>
#include <vector>

namespace throughline::extraction {

/// What a rule asks about one candidate, looked up once and shared by all rules of the word.
class surroundings {
public:
    surroundings(const syntax& tree, const ontology& types, std::uint32_t token);

    bool satisfies(const trigger_rule& rule, std::uint8_t contexts) const;
    /// Light verb, or verb that a rule of the type names, whose object or passive subject the noun is; none.
    std::uint32_t light_verb(std::span<const trigger_rule> rules, std::uint16_t type) const;
    /// Particle of a verb ("pull out"); none.
    std::uint32_t particle(word_id word) const;

private:
    bool stands(slot place, const word_set& words, const trigger_rule& rule) const;
    bool matches(std::uint32_t nominal, const word_set& words) const;
    bool names_kind(std::uint32_t name, const word_set& words) const;
    bool any_matches(std::uint32_t nominal, const word_set& words) const;
    bool has_traits(std::uint16_t traits) const;
    bool has_trait(trait which) const;
    std::uint8_t complements() const;
    bool follows_preposition(const word_set& prepositions, const word_set* objects) const;
    bool modified_by(const word_set& words) const;
    bool predicated_by(const word_set& words) const;
    bool clause_holds(const word_set& words) const;
    bool is_dated() const;
    bool is_anchored() const;

    const syntax& tree_;
    std::uint32_t token_;
    std::uint32_t governor_ = none;  ///< verb whose object or passive subject the noun is
    std::uint32_t light_ = none;     ///< the same where it is a light verb
};

/// "not", "never", "no", "n't" among a word's dependents.
bool is_negated(const syntax& tree, std::uint32_t token);

}  // namespace throughline::extraction
