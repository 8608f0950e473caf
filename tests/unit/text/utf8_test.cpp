#include "text/utf8.hpp"

#include <doctest/doctest.h>

using namespace throughline::text;

TEST_SUITE("utf8") {
    TEST_CASE("code points are decoded with their sizes") {
        const std::string_view text = "aé€😀";
        CHECK(decode(text, 0).value == U'a');
        CHECK(decode(text, 1).value == U'é');
        CHECK(decode(text, 3).value == U'€');
        CHECK(decode(text, 6).value == U'😀');
        CHECK(decode(text, 6).size == 4);
        CHECK(previous(text, text.size()) == 6);
        CHECK(length(text) == 4);
    }

    TEST_CASE("a byte that begins no sequence counts alone, so that a walk ends") {
        for (const std::string_view broken : {"\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\x80", "\xc0\xaf"}) {
            CHECK(decode(broken, 0).value == 0xfffd);
            CHECK(decode(broken, 0).size == 1);
            CHECK_FALSE(is_valid_utf8(broken));
        }
        CHECK_FALSE(is_valid_utf8("\xed\xa0\x80"));  // a surrogate
        CHECK(is_valid_utf8("aé€😀"));
    }

    TEST_CASE("folding drops case, marks, typography and superfluous blanks") {
        CHECK(fold("  Ángela  DE\tSÃO ") == "angela de sao");
        CHECK(fold("“It’s” — x") == "\"it's\" - x");
        CHECK(fold("\u1e69") == "s");  // two marks on one letter
        CHECK(fold("Łódź") == "łodz");
        CHECK(fold("") == "");
        CHECK(fold(" \tDe  `La'\n") == "de 'la'");
        CHECK(fold(" \n ") == "");
    }

    TEST_CASE("lower case beyond ASCII") { CHECK(lower("ÉCOLE Ω") == "école ω"); }

    TEST_CASE("kinds follow the general category outside ASCII") {
        CHECK(kind_of(U'’') == char_kind::apostrophe);
        CHECK(kind_of(U'“') == char_kind::quote);
        CHECK(kind_of(U'—') == char_kind::dash);
        CHECK(kind_of(U'…') == char_kind::stop);
        CHECK(kind_of(U'\u00a0') == char_kind::space);
        CHECK(kind_of(U'\u2028') == char_kind::newline);
        CHECK(kind_of(U'Ö') == char_kind::upper);
        CHECK(kind_of(U'語') == char_kind::letter);
        CHECK(kind_of(U'€') == char_kind::symbol);
    }
}
