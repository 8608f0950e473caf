#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace throughline;

namespace {

/// "Name:role" of each participant of the first mention of a type, parted by blanks; "" when there is none.
std::string who(const document& doc, std::string_view type) {
    const auto found = std::find_if(doc.mentions.begin(), doc.mentions.end(),
                                    [&](const event_mention& mention) { return mention.type == type; });
    std::string out;
    if (found == doc.mentions.end()) return out;
    for (const mention_participant& part : found->participants)
        out += (out.empty() ? "" : " ") + doc.entities[part.entity].name + ":" + std::string(name(part.role));
    return out;
}

}  // namespace

TEST_CASE("whose deed is called a mistake is whom the criticism is of") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        said say VERB VBD 0 root
        Emmanuel Emmanuel PROPN NNP 9 nsubj
        Macron Macron PROPN NNP 4 flat
        should should AUX MD 9 aux
        not not PART RB 9 advmod
        have have AUX VB 9 aux
        left leave VERB VBN 3 ccomp
        . . PUNCT . 3 punct
    )");

    CHECK(who(doc, "criticism") == "Angela Merkel:actor Emmanuel Macron:recipient");
}

TEST_CASE("who is described by an apposition is the one to whom its verb is done") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 9 nsubj
        Merkel Merkel PROPN NNP 1 flat
        , , PUNCT , 1 punct
        the the DET DT 6 det
        first first ADJ JJ 6 amod
        person person NOUN NN 1 appos
        arrested arrest VERB VBN 6 acl
        , , PUNCT , 1 punct
        smiled smile VERB VBD 0 root
        . . PUNCT . 9 punct
    )");

    CHECK(who(doc, "arrest") == "Angela Merkel:recipient");
}

TEST_CASE("two names with which a sentence begins act together, however the tree parts them") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 4 compound
        and and CCONJ CC 4 cc
        Germany Germany PROPN NNP 4 nsubj
        expelled expel VERB VBD 0 root
        Angela Angela PROPN NNP 4 obj
        Merkel Merkel PROPN NNP 5 flat
        . . PUNCT . 4 punct
    )");

    CHECK(who(doc, "expulsion") == "France:actor Germany:actor Angela Merkel:recipient");
}

TEST_CASE("who owns an arrest made it where it is an arrest of somebody else") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 3 nmod:poss
        's 's PART POS 1 case
        arrest arrest NOUN NN 7 nsubj
        of of ADP IN 5 case
        Angela Angela PROPN NNP 3 nmod
        Merkel Merkel PROPN NNP 5 flat
        surprised surprise VERB VBD 0 root
        Berlin Berlin PROPN NNP 7 obj
        . . PUNCT . 7 punct
    )");

    CHECK(who(doc, "arrest") == "France:actor Angela Merkel:recipient");
}

TEST_CASE("a place with which somebody's description begins does not act") {
    const document named = test::read_events(R"(
        Colorado Colorado PROPN NNP 5 nsubj
        Gov. Gov. PROPN NNP 1 flat
        Angela Angela PROPN NNP 2 flat
        Merkel Merkel PROPN NNP 3 flat
        criticized criticize VERB VBD 0 root
        France France PROPN NNP 5 obj
        . . PUNCT . 5 punct
    )");
    CHECK(who(named, "criticism") == "Angela Merkel:actor France:recipient");

    const document unread = test::read_events(R"(
        Colorado Colorado PROPN NNP 4 nsubj
        resident resident NOUN NN 1 flat
        Ymbek Ymbek PROPN NNP 2 flat
        criticized criticize VERB VBD 0 root
        France France PROPN NNP 4 obj
        . . PUNCT . 4 punct
    )");
    CHECK(who(unread, "criticism").find("Colorado:actor") == std::string::npos);
}
