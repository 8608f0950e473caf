// Everything the data files say, read and compiled once.
#pragma once

#include "temporal/actions.hpp"
#include "temporal/grammar.hpp"
#include "temporal/holidays.hpp"
#include "temporal/names.hpp"
#include "temporal/vocabulary.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::temporal {

/// Symbols that the code itself asks for; the rest is known to the data files alone.
struct known_symbols {
    // Readings that the lexer gives to numbers.
    symbol num, mday, year, short_year, ord, decade, cent, clock, hour;
    // Number words, and what joins two parts of an expression.
    symbol card, hyphen, slash, and_, to, of, as;
    // What stands around an expression, by class of words.tsv.
    symbol will, was, has, plan, soon, bound;
    symbol guarded, never_alone, leads, season_leads, counts, money;
};

/// One row of patterns.tsv: what to do with its match.
struct rule {
    action what;
    std::vector<std::pair<slot, std::int32_t>> constants;
};

struct rule_book {
    vocabulary words;
    known_symbols symbols{};
    grammar phrases;                                            ///< forms of several words
    std::vector<std::pair<symbol, std::int32_t>> phrase_terms;  ///< by rule of `phrases`
    grammar patterns;
    std::vector<rule> rules;                 ///< by rule of `patterns`
    std::vector<std::optional<slot>> slots;  ///< by symbol
    std::vector<holiday_rule> holidays;
};

/// The process's one rule book. Throws std::runtime_error, naming file and line, when a data file is malformed.
const rule_book& the_rules();

}  // namespace throughline::temporal
