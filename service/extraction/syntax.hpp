// A document's dependency trees with what extraction asks of them: children, subtrees, clauses, logical arguments.
#pragma once

#include "document/document.hpp"
#include "extraction/ontology.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::extraction {

inline constexpr std::uint32_t none = token::no_head;

/// A prepositional phrase that hangs on a word.
struct prepositional_phrase {
    std::uint32_t preposition = none;
    std::uint32_t nominal = none;
};

/// Built in linear time; the document must outlive it and keep its tokens. Trees may be wrong in any way, cycles
/// included: every walk upwards is bounded.
class syntax {
public:
    explicit syntax(const document& doc);

    const document& doc() const { return doc_; }
    const token& at(std::uint32_t index) const { return doc_.tokens[index]; }
    word_id word(std::uint32_t index) const { return words_[index]; }
    std::string_view lemma(std::uint32_t index) const { return doc_.tokens[index].lemma; }

    /// The dependents of a token in text order, the first 64 of them.
    std::span<const std::uint32_t> children(std::uint32_t index) const;
    /// First child with the relation, subtypes apart; none when there is none.
    std::uint32_t child(std::uint32_t index, deprel relation) const;
    /// All tokens of a subtree lie in this range; it may hold others where the tree is not projective.
    token_range subtree(std::uint32_t index) const { return subtrees_[index]; }
    /// Whether `index` lies under `ancestor` or is it.
    bool under(std::uint32_t index, std::uint32_t ancestor) const;

    /// The nearest verb, adjective or noun above that heads a clause, the token itself included.
    std::uint32_t clause_of(std::uint32_t index) const;
    bool heads_clause(std::uint32_t index) const;

    /// Entity mention that covers the token or is headed by it: index into document::entity_mentions, or none.
    std::uint32_t mention_at(std::uint32_t index) const { return entity_mentions_[index]; }
    /// Entity mention a noun stands for: its own, an apposition's, or for "Trump administration" the naming word's.
    std::uint32_t named_by(std::uint32_t index) const;
    /// Time expression that covers the token: index into document::timexes, or none.
    std::uint32_t timex_at(std::uint32_t index) const { return timexes_[index]; }

    /// Quote that the token reports: index into document::quotes, or none.
    std::uint32_t quote_by_cue(std::uint32_t index) const { return quotes_[index]; }

    bool is_verb(std::uint32_t index) const;
    bool is_noun(std::uint32_t index) const;
    bool is_passive(std::uint32_t verb) const;
    /// Preposition of a nominal: its first case child, none when bare.
    std::uint32_t preposition(std::uint32_t nominal) const { return child(nominal, deprel::case_); }

    /// The head of a token; of "by accusing her of lying and leaving" the first gerund for the last, whatever the tree
    /// says.
    std::uint32_t governor(std::uint32_t index) const;

    /// Prepositional phrases below a word, and the one that directly follows it where the tree hangs that elsewhere.
    std::vector<prepositional_phrase> phrases(std::uint32_t index) const;

    /// Who does it, through passives, control, coordination, participles and relative clauses; none when unsaid.
    std::uint32_t logical_subject(std::uint32_t verb) const;
    /// To whom it is done; none when unsaid.
    std::uint32_t logical_object(std::uint32_t verb) const;
    /// The nominal and all that is coordinated with it, in text order.
    std::vector<std::uint32_t> coordinated(std::uint32_t nominal) const;
    /// The noun to which a relative pronoun refers, the token itself when it is none.
    std::uint32_t antecedent(std::uint32_t nominal) const;

private:
    void link_children();
    void measure_subtrees();
    void mark_layers(const ontology& types);
    std::uint32_t surface_subject(std::uint32_t verb) const;
    std::uint32_t apposed_subject(std::uint32_t verb, std::uint32_t first) const;
    std::uint32_t subject(std::uint32_t verb, int depth) const;
    std::uint32_t subject_of_adverbial(std::uint32_t verb, int depth) const;
    std::uint32_t object_child(std::uint32_t verb) const;
    std::uint32_t following_name(std::uint32_t index) const;
    std::uint32_t opening_name(std::uint32_t second) const;
    std::uint32_t preceding_noun(std::uint32_t verb) const;
    std::uint32_t person_around(std::uint32_t noun) const;
    bool is_person_name(std::uint32_t index) const;

    const document& doc_;
    std::vector<word_id> words_;
    std::vector<std::uint32_t>
        child_begin_;  ///< children of token i: child_[child_begin_[i]] to child_[child_begin_[i+1]]
    std::vector<std::uint32_t> child_;
    std::vector<token_range> subtrees_;
    std::vector<std::uint32_t> entity_mentions_;
    std::vector<std::uint32_t> timexes_;
    std::vector<std::uint32_t> quotes_;
};

/// Whether "the", "this", "that" or a possessor stands before the noun.
bool is_definite(const syntax& tree, std::uint32_t noun);

/// "they", "who": a pronoun that no entity mention covers.
bool is_bare_pronoun(const syntax& tree, std::uint32_t nominal);

}  // namespace throughline::extraction
