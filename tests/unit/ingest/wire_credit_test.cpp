#include "ingest/wire_credit.hpp"

#include <doctest/doctest.h>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

TEST_CASE("a news agency is found in byline, dateline and closing credit") {
    CHECK(tl::wire_credit("", {"Reuters"}, "") == "reuters");
    CHECK(tl::wire_credit("", {"Jane Roe", "Associated Press"}, "") == "ap");
    CHECK(tl::wire_credit("", {"Jane Roe, The Associated Press"}, "") == "ap");
    CHECK(tl::wire_credit("", {"John Doe of Reuters"}, "") == "reuters");
    CHECK(tl::wire_credit("", {}, "LONDON, March 21 (Reuters) - Ministers met.") == "reuters");
    CHECK(tl::wire_credit("", {}, "PARIS (AFP) — Ministers met.") == "afp");
    CHECK(tl::wire_credit("", {}, "Ministers met.\n\n(AP)") == "ap");
    CHECK(tl::wire_credit("Associated Press", {"Jane Roe"}, "Ministers met.") == "ap");
}

TEST_CASE("an article that merely speaks of an agency does not credit it") {
    CHECK(tl::wire_credit("Harbour Courier", {"Jane Roe"}, "Ministers met, Reuters reported on Tuesday.") == "");
    CHECK(tl::wire_credit("", {}, "Ministers (and others) met.") == "");
}

TEST_SUITE_END();
