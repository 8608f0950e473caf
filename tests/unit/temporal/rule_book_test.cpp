#include "temporal/rule_book.hpp"
#include "temporal/pattern_parser.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace throughline::temporal;

namespace {

/// The sequences of a pattern as words, "<" and ">" standing where the expression begins and ends.
std::string spelled(std::string_view pattern) {
    vocabulary words;
    definitions known;
    known["DAY"] = parse_pattern("today | MDAY", {}, words);
    std::string all;
    for (const auto& one : parse_pattern(pattern, known, words)) {
        if (!all.empty()) all += "; ";
        for (std::size_t i = 0; i < one.symbols.size(); ++i) {
            if (i == one.begin) all += "<";
            if (i == one.end) all += ">";
            if (i > 0) all += " ";
            all += words.name(one.symbols[i]);
        }
    }
    return all;
}

}  // namespace

TEST_SUITE("temporal") {
    TEST_CASE("a pattern stands for all its sequences") {
        CHECK(spelled("the MONTH") == "the MONTH");
        CHECK(spelled("[the] MONTH") == "the MONTH; MONTH");
        CHECK(spelled("(a|an) UNIT") == "a UNIT; an UNIT");
        CHECK(spelled("on @DAY") == "on today; on MDAY");
        CHECK(spelled("in ^ YEAR") == "in< YEAR");
        CHECK(spelled("\\( ZONE") == "( ZONE");
    }

    TEST_CASE("malformed patterns are refused") {
        for (const auto* pattern : {"(a", "a)", "[a", "@NOBODY"}) {
            CAPTURE(pattern);
            CHECK_THROWS_AS(spelled(pattern), std::invalid_argument);
        }
    }

    TEST_CASE("the data files compile") {
        const auto& rules = the_rules();

        CHECK(rules.rules.size() > 100);
        CHECK(rules.holidays.size() > 20);
        CHECK_FALSE(rules.words.find("Tuesday").empty());
        CHECK(rules.words.find("tuesday").empty());
    }
}
