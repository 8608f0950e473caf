#include "eval/marked_pair.hpp"

#include <doctest/doctest.h>

using namespace throughline::eval;

namespace {

std::string root_of(const char* marked) { return plover_root(read_marked_pair(marked)); }

}  // namespace

TEST_CASE("the marks of a sentence give its two sides as places in the text without them") {
    const auto pair = read_marked_pair("On Friday <s>Ruritania</s> praised <t>Graustark &amp; Co</t>.");

    CHECK(pair.text == "On Friday Ruritania praised Graustark & Co.");
    CHECK(pair.text.substr(pair.source.begin, pair.source.size()) == "Ruritania");
    CHECK(pair.text.substr(pair.target.begin, pair.target.size()) == "Graustark & Co");
}

TEST_CASE("the word that ties source and target gives the root") {
    CHECK(root_of("<s>Ruritania</s> condemned <t>Graustark</t> on Friday.") == "ACCUSE");
    CHECK(root_of("<s>Ruritania</s> imposed sanctions on <t>Graustark</t> on Friday.") == "SANCTION");
    CHECK(root_of("<t>Four students</t> were arrested by <s>the police of Ruritania</s> on Friday.") == "COERCE");
}

TEST_CASE("a sentence whose words no type knows has no root") {
    CHECK(root_of("<s>Ruritania</s> borders <t>Graustark</t>.").empty());
}
