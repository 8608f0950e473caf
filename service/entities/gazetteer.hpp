// What the tables know of words and phrases: places and peoples, first names, offices, organisation words.
#pragma once

#include "entities/phrase_table.hpp"
#include "entities/word_filter.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace throughline::entities {

/// What a place's name is to its country.
enum class place_role : std::uint8_t {
    country,  ///< "Russia", "the Russian Federation"
    demonym,  ///< "Russian", "Russians"
    capital,  ///< "Moscow"
    seat,     ///< "Kremlin": a building or street that stands for a government
    region,   ///< any other place
    group     ///< "Kurds", "Republicans": a people or party without a country of its own
};

struct place_entry {
    std::string_view form;     ///< as the table writes it
    std::string_view country;  ///< ISO 3166-1 alpha-2 in lower case, "-" where it is not known
    place_role role = place_role::region;
};

enum class office_class : std::uint8_t { none, honorific, royal, cleric, head, office, rank };
enum class sex : std::uint8_t { unknown, male, female };

struct office_entry {
    office_class kind = office_class::none;
    sex bearer = sex::unknown;
    bool plural = false;  ///< "presidents": a title before the first of several names, a description of nobody
};

/// What single words are, as bits of word_classes().
enum word_class : std::uint8_t {
    first_name_male = 1,
    first_name_female = 2,  ///< with first_name_male: borne by both
    company_word = 4,
    body_word = 8,
    person_word = 16,  ///< "official", with a sex when it tells one: "wife"
    male_word = 32,
    female_word = 64,
    group_word = 128,  ///< "authorities": acts together when a nationality stands before it
};

/// A phrase found at a word, 0 words long when there is none.
template <class Entry>
struct phrase_match {
    std::uint32_t length = 0;
    const Entry* entry = nullptr;
};

class gazetteer {
public:
    /// The tables carried in the binary, read on first use. Throws std::runtime_error when one breaks its format.
    static const gazetteer& instance();

    /// The longest place or people that begins at words[at]. Its words are capitalised, or all capitals.
    phrase_match<place_entry> place_at(std::span<const std::string_view> words, std::size_t at) const;

    /// The longest title or office that begins at words[at], without regard to case and full stops.
    phrase_match<office_entry> office_at(std::span<const std::string_view> words, std::size_t at) const;

    /// The entry of a whole form ("Russia", "Turks"), nullptr when there is none.
    const place_entry* place(std::string_view form) const;

    /// The usual name of a country ("Russia" for "ru"), empty when there is none.
    std::string_view country_name(std::string_view code) const;

    /// Bits of word_class for a word, without regard to case.
    std::uint8_t word_classes(std::string_view word) const { return classes_of_hash(hash_lower(word)); }
    /// False for most words that are no nouns for one person; word_classes() tells of the others.
    bool may_mean_person(std::string_view word) const { return person_words_.may_hold(word); }
    std::uint8_t classes_of_hash(std::uint64_t lower_hash) const {
        return static_cast<std::uint8_t>(words_.find(lower_hash) >> 2);
    }

private:
    gazetteer();
    void read_places(std::string_view table);
    void read_offices(std::string_view table);
    void add_office(std::string_view form, const office_entry& entry);
    void read_words();
    template <class Hash>
    phrase_match<place_entry> match_place(std::span<const std::string_view> words, std::size_t at,
                                          Hash hash_word) const;
    void add_plural(const place_entry& people);

    phrase_table place_table_;  ///< values: index into places_ + 2
    phrase_table office_table_;
    word_filter office_openings_;
    word_filter person_words_;
    phrase_table words_;  ///< values: word_class bits << 2
    std::vector<place_entry> places_;
    std::vector<office_entry> offices_;
    std::vector<std::pair<std::string_view, std::string_view>> country_names_;  ///< code, usual name; sorted
};

}  // namespace throughline::entities
