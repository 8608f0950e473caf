// Comparing names within and across documents: what counts as the same person, organisation or place by name alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline::entities {

/// The form in which names are compared: lower case, no marks, no full stops or apostrophes, hyphens as blanks, without
/// a leading "the", a closing "'s" or a closing "Jr.", "Sr.", "II": "The Kremlin's" gives "kremlin".
std::string fold_name(std::string_view name);

/// The key of a person: the folded full name without middle initials ("Donald J. Trump" gives "donald trump"), or the
/// folded surname when that is all there is.
std::string person_key(std::string_view full_name);

/// Whether two folded names can be one person's: equal; one a surname or given name of the other ("trump", "donald
/// trump"); given names that agree or stand as initials with the same surname ("d j trump"). "melania trump" and
/// "donald trump" cannot. Symmetric, not transitive.
bool same_person(std::string_view folded_a, std::string_view folded_b);

/// Whether a folded name is the acronym of another: "osce" of "organization for security and co operation in europe".
/// Words like "of" may be left out, and one other word of an acronym of four letters or more.
bool is_acronym_of(std::string_view acronym, std::string_view folded_name);

/// Whether two names or entity keys, of whatever kind, can name the same thing: equal, the same person, one the acronym
/// of the other, or equal without words like "Inc." at the end. Keys of countries and peoples agree only when equal.
bool same_name(std::string_view a, std::string_view b);

/// The words of a folded name.
std::vector<std::string_view> name_words(std::string_view folded);

/// Whether a word of a folded name is one that joins the parts of a surname: "bin", "de", "van".
bool is_particle(std::string_view word);

/// The words of a person's folded name that make the surname, particles included: "bin salman" of "mohammed bin
/// salman".
std::string_view surname(std::string_view folded);

}  // namespace throughline::entities
