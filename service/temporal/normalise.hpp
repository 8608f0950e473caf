// From the parts of an expression to its meaning, against the document's date and the dates told before.
#pragma once

#include "document/timex.hpp"
#include "temporal/actions.hpp"
#include "temporal/moment.hpp"
#include "temporal/rule_book.hpp"
#include "temporal/slot_values.hpp"

#include <optional>
#include <string>

namespace throughline::temporal {

/// Which way the sentence looks from the document's date.
enum class tense : std::uint8_t { unknown, past, future };

/// What has been told up to an expression.
struct context {
    const rule_book& rules;
    day now;                         ///< the document's date
    bool narrative = false;          ///< dates lean on the last date told, not on the document's
    tense verb = tense::unknown;     ///< of the expression's sentence
    std::optional<moment> last{};    ///< the last date told in this document
    std::optional<moment> report{};  ///< the quarter that the text reports on: the first it names

    /// The point that relative expressions start from.
    day here() const { return narrative && last ? last->anchor : now; }
};

/// The meaning of one expression.
struct reading {
    timex_type type = timex_type::date;
    std::string value;
    modifier mod = modifier::none;
    std::optional<moment> when;  ///< when it names a place on the calendar
    std::optional<period> days;  ///< its days where they are not those of `when` under `mod`
    bool told = true;            ///< later expressions may lean on `when`
};

/// nullopt when the words name no time after all ("31 June 20", "the last minute").
std::optional<reading> normalise(action what, const slot_values& slots, const context& told);

// One family of actions each; called by normalise.
std::optional<reading> read_date(const slot_values& slots, const context& told);
std::optional<reading> read_numbers(action what, const slot_values& slots, const context& told);
std::optional<reading> read_period(action what, const slot_values& slots, const context& told);
std::optional<reading> read_named_period(action what, const slot_values& slots, const context& told);
std::optional<reading> read_shift(action what, const slot_values& slots, const context& told);
reading read_duration(const slot_values& slots);
std::optional<reading> read_set(const slot_values& slots);
reading read_reference(reference side);

// Shared by the families.

/// The reading of a moment; START, MID and END narrow its days.
reading a_date(const moment& when, modifier mod = modifier::none);
/// What "early", "the end of", "later" say.
modifier modifier_of(const slot_values& slots);
/// The grain of a unit of days and longer; nullopt for hours and shorter.
std::optional<grain> grain_of(time_unit unit);
/// The year in which a month or a day of no named year lies; `candidate` gives its first day in a year.
template <class Candidate>
year_number choose_year(const context& told, grain unit, Candidate candidate);
/// The weekday nearest to the document's date on the side that the tense tells.
day weekday_near(const context& told, int weekday);

}  // namespace throughline::temporal

#include "temporal/choose_year.hpp"
