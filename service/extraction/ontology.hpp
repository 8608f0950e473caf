// The event types and the words that tell of them, read from schema/ontology.json (docs/ontology.md).
#pragma once

#include "document/event_mention.hpp"
#include "extraction/word_set.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::extraction {

enum class trigger_class : std::uint8_t { verb, noun, adjective };

/// The places around a trigger whose words a rule may restrict.
enum class slot : std::uint8_t {
    subject,
    object,
    with,
    with_object,
    with_word,
    modifier,
    possessor,
    predicate_word,
    light
};
inline constexpr std::size_t slot_count = 9;

/// What else a rule may ask of a trigger; combined as bits.
enum class trait : std::uint16_t {
    none = 0,
    passive = 1,    ///< the verb stands in the passive
    plural = 2,     ///< the noun stands in the plural
    definite = 4,   ///< "the", "this" or a possessor stands before the noun
    dated = 8,      ///< a time expression hangs on it
    anchored = 16,  ///< a possessor, a named participant, a light verb or a time expression hangs on it
    definite_or_dated = 32,
    predicative = 64,  ///< the adjective is said of a subject
    negated = 128,
    unclaused = 256,  ///< no clause and no predicate complement hangs on the verb
    joint = 512,      ///< two or more act together
    reported = 1024   ///< stands in what somebody is reported to have said
};

/// Clauses that complete a verb; combined as bits.
enum class complement : std::uint8_t { none = 0, that = 1, to = 2, quote = 4, predicate = 8, as = 16, bare = 32 };

/// One way in which a word tells of an event. Every restriction must hold.
struct trigger_rule {
    std::uint16_t type = 0;  ///< index into ontology::types()
    trigger_class word_class = trigger_class::verb;
    word_id particle = 0;                       ///< "out" of "pull out"; 0: none
    std::array<word_set, slot_count> required;  ///< one of these must stand there
    std::array<word_set, slot_count> refused;   ///< none of these may stand there
    std::uint16_t traits = 0;                   ///< all of them
    std::uint8_t complements = 0;               ///< one of them
    std::uint8_t refused_complements = 0;
    std::uint8_t contexts = 0;    ///< surroundings in which the word means something else
    std::uint8_t strictness = 0;  ///< number of restrictions: the strictest rule that holds wins
    std::string plover;           ///< root, or root/mode, where it is not the type's
};

/// To whom the complement of an event noun's "of", or its possessor, or the undergoer of its verb refers.
struct event_type {
    std::string name;
    std::string definition;
    std::string example;
    std::string plover;                   ///< root, or root/mode; "" where PLOVER has none
    std::string cameo;                    ///< CAMEO code; "" where there is none
    bool speech = false;                  ///< somebody says something
    bool symmetric = false;               ///< all who take part are actors
    bool bare = false;                    ///< a noun of this type tells of an event without any participant
    std::string of = "recipient";         ///< role of "of X" on the noun: actor, recipient or other
    std::string possessive = "actor";     ///< role of "X's" on the noun
    std::string undergoer = "recipient";  ///< role of the verb's object
    std::vector<relation> content_links;  ///< what an event of this type is to the events that it speaks of
    std::vector<std::string> content;     ///< phrases that make a plain statement one of this type, lower case
};

/// A file that is not an ontology; what() gives the line.
class ontology_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Immutable once read; safe to share between threads.
class ontology {
public:
    /// Throws ontology_error, which names the line at fault and what is wrong with it.
    static ontology read(std::string_view json, std::string_view file_name);

    std::span<const event_type> types() const { return types_; }
    const vocabulary& words() const { return words_; }
    bool is_light(word_id verb) const { return light_verbs_.has(verb); }
    /// Whether a verb of that lemma can report what somebody says.
    bool is_speech_verb(word_id verb) const { return speech_verbs_.has(verb); }
    /// Rules of a word, the strictest first.
    std::span<const trigger_rule> rules(word_id lemma) const;
    /// Words that show that a passage is about one of the contexts; bit n belongs to the nth one.
    std::uint8_t contexts_of(word_id lemma) const;
    /// The words of a class of the file; an empty set when it has no such class.
    const word_set& named_class(std::string_view name) const;
    /// The base form shared by derivations: "congratulation" and "congratulate" give "congratulate".
    std::string_view base(std::string_view lemma) const;
    /// Index of a type, types().size() when there is none of that name.
    std::size_t find_type(std::string_view name) const;
    /// XXH3-64 of the file's bytes.
    std::uint64_t fingerprint() const { return fingerprint_; }

private:
    friend class ontology_reader;
    std::uint64_t fingerprint_ = 0;
    std::vector<event_type> types_;
    vocabulary words_;
    std::unordered_map<std::string, word_set> classes_;
    std::vector<word_set> contexts_;
    word_set light_verbs_;
    word_set speech_verbs_;
    std::unordered_map<word_id, std::vector<trigger_rule>> rules_;
    std::unordered_map<std::string, std::string> bases_;
};

/// The ontology that the stages use: the one inside the binary unless another one was installed before first use.
const ontology& current_ontology();

/// Makes the stages use another one. Must be called before any document is read.
void install_ontology(ontology other);

}  // namespace throughline::extraction
