#include "text/tokenize.hpp"

#include "support/readings.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

/// The tokens with a blank between them and " | " between sentences.
std::string shown(std::string text) {
    const auto doc = throughline::test::tokenized(std::move(text));
    std::string out;
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
        if (i > 0) out += doc.tokens[i].sentence == doc.tokens[i - 1].sentence ? " " : " | ";
        out += doc.word(i);
    }
    return out;
}

}  // namespace

TEST_SUITE("tokenize") {
    TEST_CASE("clitics become words of their own") {
        CHECK(shown("They don't know Russia's plan.") == "They do n't know Russia 's plan .");
        CHECK(shown("It’s theirs; we’ll see.") == "It ’s theirs ; we ’ll see .");
        CHECK(shown("He cannot say what he's gonna do.") == "He can not say what he 's gon na do .");
        CHECK(shown("O'Brien's friends' house") == "O'Brien 's friends ' house");
    }

    TEST_CASE("hyphens part words unless a prefix or a date holds them") {
        CHECK(shown("a long-term, pro-government plan of 2018-03-20") ==
              "a long - term , pro-government plan of 2018-03-20");
    }

    TEST_CASE("numbers, times, sums and units") {
        CHECK(shown("It cost $3.5 million, up 12.5% from 1,200,000 at 08:30.") ==
              "It cost $ 3.5 million , up 12.5 % from 1,200,000 at 08:30 .");
        CHECK(shown("10km by 6pm") == "10 km by 6 pm");
    }

    TEST_CASE("addresses stay whole") {
        CHECK(shown("See https://example.org/a?b=c, or write to press@example.co.uk.") ==
              "See https://example.org/a?b=c , or write to press@example.co.uk .");
        CHECK(shown("He wrote on example.com. She read it.") == "He wrote on example.com . | She read it .");
    }

    TEST_CASE("abbreviations, initials and acronyms keep their stop") {
        CHECK(shown("Lt. Gen. H.R. McMaster met J. R. Smith of Acme Inc. on Jan. 5.") ==
              "Lt. Gen. H.R. McMaster met J. R. Smith of Acme Inc. on Jan. 5 .");
        CHECK(shown("He moved to the U.S. in May. The U.S. Senate met.") ==
              "He moved to the U.S. in May . | The U.S. Senate met .");
        CHECK(shown("They live in the U.S. They work at 9 a.m. The day is long.") ==
              "They live in the U.S. | They work at 9 a.m. | The day is long .");
    }

    TEST_CASE("a number word is an abbreviation only before a digit") {
        CHECK(shown("It is No. 5. Is it? No. It is not.") == "It is No. 5 . | Is it ? | No . | It is not .");
    }

    TEST_CASE("quotes close with the sentence they belong to") {
        CHECK(shown("\"We agree.\" He left. “Really?” Jones asked. “Yes,” he said.") ==
              "\" We agree . \" | He left . | “ Really ? ” Jones asked . | “ Yes , ” he said .");
    }

    TEST_CASE("a sentence may begin without a blank after the full stop") {
        CHECK(shown("They left the city.Then it rained.") == "They left the city . | Then it rained .");
    }

    TEST_CASE("lines that stand for themselves end a sentence, wrapped lines do not") {
        CHECK(shown("Talks end without a deal\n\nThe talks ended on Friday.") ==
              "Talks end without a deal | The talks ended on Friday .");
        CHECK(shown("The ministers of both countries met in the\ncapital on Friday and agreed to meet again in\n"
                    "the spring of next year, as they had said.") ==
              "The ministers of both countries met in the capital on Friday and agreed to meet again in the spring of "
              "next year , as they had said .");
    }

    TEST_CASE("paragraphs are counted by blank lines") {
        const auto doc = throughline::test::tokenized("One. Two.\n\nThree.\r\n\r\nFour.");
        REQUIRE(doc.sentences.size() == 4);
        CHECK(doc.sentences[1].paragraph == 0);
        CHECK(doc.sentences[2].paragraph == 1);
        CHECK(doc.sentences[3].paragraph == 2);
    }

    TEST_CASE("a dateline stands apart from the sentence that it opens") {
        CHECK(shown("OSLO (Wire) - Talks began on Monday.") == "OSLO ( Wire ) - | Talks began on Monday .");
        CHECK(shown("GENEVA/OSLO, Oct. 21 (Wire) -- Talks began.") ==
              "GENEVA / OSLO , Oct. 21 ( Wire ) -- | Talks began .");
        CHECK(shown("BERGEN, Norway — “We talk,” he said.") == "BERGEN , Norway — | “ We talk , ” he said .");
        CHECK(shown("Oslo (Wire) — Talks began.") == "Oslo ( Wire ) — | Talks began .");
    }

    TEST_CASE("a dash after other words opens no sentence") {
        for (const char* text :
             {"Oslo - Talks began on Monday.", "NATO said - Talks began on Monday .",
              "The UN in Oslo (Wire) - Talks began .", "NATO - the alliance - met .", "USA-Russia talks began ."})
            CHECK_MESSAGE(shown(text).find('|') == std::string::npos, text);
    }

    TEST_CASE("spaces before tokens are noted") {
        const auto doc = throughline::test::tokenized("a (b)");
        REQUIRE(doc.tokens.size() == 4);
        CHECK_FALSE(doc.tokens[0].space_before);
        CHECK(doc.tokens[1].space_before);
        CHECK_FALSE(doc.tokens[2].space_before);
    }

    TEST_CASE("every byte outside tokens is white space and tokens never overlap") {
        std::string hostile =
            "😀👩‍🚀 \xc2\xa0x.\"\"\"(((—— שלום 《話》 'tis ... ?! #tag @me 1.2.3.4 a.b.c. .5 -- $$ "
            "%";
        for (int i = 0; i < 4; ++i) hostile += hostile;
        const auto doc = throughline::test::tokenized(hostile);
        std::uint32_t end = 0;
        for (const auto& token : doc.tokens) {
            CHECK(token.where.begin >= end);
            CHECK(token.where.end > token.where.begin);
            for (auto at = end; at < token.where.begin;) {
                const auto c = throughline::text::decode(doc.text, at);
                CHECK(throughline::text::is_blank(throughline::text::kind_of(c.value)));
                at += c.size;
            }
            end = token.where.end;
        }
    }

    TEST_CASE("a long line without blanks takes time in proportion to its length") {
        for (const std::string_view unit :
             {"a", "\"", "A.", "a-", "'", "www.", "(", ".)", "1,", "a@", "\xf0\x9f\x98\x80", "?\""}) {
            std::string line;
            while (line.size() < 500'000) line += unit;
            line += "..";
            CHECK_FALSE(throughline::test::tokenized(std::move(line)).tokens.empty());
        }
    }

    TEST_CASE("empty and blank texts have no tokens") {
        CHECK(throughline::test::tokenized("").tokens.empty());
        CHECK(throughline::test::tokenized(" \n\t\n").sentences.empty());
    }
}
