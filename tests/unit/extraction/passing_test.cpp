#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;

namespace {

const std::string filler = R"(
    Snow snow NOUN NN 2 nsubj
    lay lie VERB VBD 0 root
    deep deep ADV RB 2 advmod
    . . PUNCT . 2 punct

)";

/// "France expelled Angela Merkel."
std::string expulsion(const std::string& auxiliary) {
    return "France France PROPN NNP 3 nsubj\n" + auxiliary + " ADV RB 3 advmod\n" + R"(
    expelled expel VERB VBD 0 root
    Angela Angela PROPN NNP 3 obj
    Merkel Merkel PROPN NNP 4 flat
    . . PUNCT . 3 punct
)";
}

/// "Angela Merkel left after France expelled Vladimir Putin.", or a clause that another word opens.
std::string clause_after(const std::string& opener) {
    return R"(
    Angela Angela PROPN NNP 3 nsubj
    Merkel Merkel PROPN NNP 1 flat
    waited wait VERB VBD 0 root
    )" + opener +
           R"( SCONJ IN 6 mark
    France France PROPN NNP 6 nsubj
    expelled expel VERB VBD 3 advcl
    Vladimir Vladimir PROPN NNP 6 obj
    Putin Putin PROPN NNP 7 flat
    . . PUNCT . 3 punct
)";
}

bool is_background(const std::string& trees) {
    const document doc = test::read_events(trees);
    REQUIRE(doc.mentions.size() == 1);
    return doc.mentions[0].background;
}

}  // namespace

TEST_CASE("a past deed without a date is news in the lead and recalled far behind it") {
    const std::string deed = expulsion("simply simply");

    CHECK_FALSE(is_background(deed));
    CHECK_FALSE(is_background(filler + deed));
    CHECK(is_background(filler + filler + filler + deed));
}

TEST_CASE("a past deed with a date of its own is news wherever it stands") {
    CHECK_FALSE(is_background(filler + filler + filler + R"(
    France France PROPN NNP 2 nsubj
    expelled expel VERB VBD 0 root
    Angela Angela PROPN NNP 2 obj
    Merkel Merkel PROPN NNP 3 flat
    on on ADP IN 6 case
    Tuesday Tuesday PROPN NNP 2 obl
    . . PUNCT . 2 punct
)"));
}

TEST_CASE("what a clause of time or ground takes for known is told in passing") {
    CHECK(is_background(clause_after("because because")));
    CHECK(is_background(clause_after("though though")));
}
