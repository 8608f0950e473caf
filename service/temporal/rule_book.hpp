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

/// Symbols that the lexer itself gives out.
struct lexer_symbols {
    symbol num, mday, year, short_year, ord, decade, cent, clock, hour, card, guarded, hyphen, and_, will, was, money,
        leads, counts, bound, never_alone, to, slash, season_leads, of, plan, has, as, soon;
};

/// One row of patterns.tsv: what to do with its match.
struct rule {
    action what;
    std::vector<std::pair<slot, std::int32_t>> constants;
};

struct rule_book {
    vocabulary words;
    lexer_symbols symbols{};
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
