// What the words of one sentence tell about a run of them that may be a name.
#pragma once

#include "document/document.hpp"
#include "entities/gazetteer.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace throughline::entities {

bool opens_name(std::string_view word);   ///< no determiner, joint or mark
bool closes_name(std::string_view word);  ///< nor a clitic

/// A nationality or another group, not the place itself.
bool is_people(const place_entry& entry);

/// Ranges and places are those of the sentence's words.
class name_clues {
public:
    /// `words` are those of a sentence that begins at token `first`; the document and they outlive the clues.
    name_clues(const document& doc, std::uint32_t first, std::span<const std::string_view> words)
        : doc_(doc), tables_(gazetteer::instance()), words_(words), first_(first) {}

    /// Not the hyphen of "Hyde-Smith".
    bool is_free_dash(std::uint32_t at) const;

    /// "He", "What", but not "WHO": tagged as a word that names nothing.
    bool is_function_word(std::uint32_t at) const;

    std::size_t bytes_of(token_range range) const;

    /// A person's name without the verb beside it that a headline writes with a capital: "Lee Speaks", but "Will Lee".
    token_range without_verbs(token_range range) const;

    /// A first name and a word that is neither one nor tells an organisation: "Rex Tillerson".
    bool is_rather_a_person(token_range range) const;

    /// A name whose last word tells a company or body and that does not begin like a person's: "Obama Administration",
    /// "Kent Shipping Corp", but "Emily Post".
    bool is_rather_a_body(token_range range) const;

    /// "Senate and House": two bodies or places that one conjunction joins, not one name.
    bool splits_at_and(token_range range) const;

    /// The end of a place's or people's name that a name begins with and an office follows; the name's begin when there
    /// is none. "Chad King" is a person, "Chadian King" an office.
    std::uint32_t place_before_office(token_range range) const;

    /// Where a people or party begins that a part of a country stands before, "Ohio Republicans"; the name's begin when
    /// there is none. "African Americans" and "East Asians" are one people.
    std::uint32_t people_after_region(token_range range) const;

    /// Where an office begins within a name that two more words follow; the name's begin when there is none.
    std::uint32_t inner_office(token_range range) const;

    /// Takes titles off the front of a person's name; what is left may be nothing.
    token_range strip_titles(token_range& range) const;

    /// Where the titles begin that reach up to a name, of which a part may be known: "Senate Majority Leader".
    std::uint32_t title_begin(token_range known) const;

    sex bearer_of(token_range title) const;

private:
    const document& doc_;
    const gazetteer& tables_;
    const std::span<const std::string_view> words_;
    const std::uint32_t first_;
};

}  // namespace throughline::entities
