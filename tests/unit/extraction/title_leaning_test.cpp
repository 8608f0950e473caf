#include "extraction/title_leaning.hpp"

#include <doctest/doctest.h>

using namespace throughline::extraction;

TEST_CASE("a title that breaks off, begins with a pronoun or speaks as its speaker does is unfinished") {
    CHECK(looks_unfinished("Ann Lee meets the ministers of\u2026", false));
    CHECK(looks_unfinished("They meet in Leeds", false));
    CHECK(looks_unfinished("Ann Lee says our time will come", false));
    CHECK(looks_unfinished("Later arrest", false));
    CHECK(looks_unfinished("Ann Lee says \u201cOur time will come if\u2026\u201d", false));

    CHECK_FALSE(looks_unfinished("Ann Lee is arrested in Leeds", false));
    CHECK_FALSE(looks_unfinished("Ann Lee says \u201cOur time will come\u201d", false));
    CHECK_FALSE(looks_unfinished("Lee resigns", true));
}

TEST_CASE("words of a page are known as whole words") {
    CHECK(holds_page_words("Read MORE about the vote"));
    CHECK(holds_page_words("The square in May | Lee Pictures"));
    CHECK(holds_page_words("Lee at https://example.org"));

    CHECK_FALSE(holds_page_words("BALTIMORE elects a mayor"));
}
