#include "document/document.hpp"
#include "support/mentions.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

using namespace throughline;

TEST_CASE("what was said at the time or lately is not told of the article's day") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 3 nsubj
        recently recently ADV RB 3 advmod
        condemned condemn VERB VBD 0 root
        Germany Germany PROPN NNP 3 obj
        . . PUNCT . 3 punct

        Italy Italy PROPN NNP 2 nsubj
        praised praise VERB VBD 0 root
        Germany Germany PROPN NNP 2 obj
        at at ADP IN 6 case
        the the DET DT 6 det
        time time NOUN NN 2 obl
        . . PUNCT . 2 punct
    )");

    CHECK(test::mention_of(doc, "condemn").time.edtf == "../2018-03-21");
    CHECK(test::mention_of(doc, "praise").time.edtf == "../2018-03-21");
}

TEST_CASE("a participle below the present perfect tells no day, one below the past the day of its clause") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 4 nsubj
        Merkel Merkel PROPN NNP 1 flat
        has have AUX VBZ 4 aux
        resisted resist VERB VBN 0 root
        it it PRON PRP 4 obj
        , , PUNCT , 4 punct
        accusing accuse VERB VBG 4 advcl
        Italy Italy PROPN NNP 7 obj
        . . PUNCT . 4 punct
    )");

    CHECK_FALSE(test::mention_of(doc, "accuse").time.first);
}

TEST_CASE("a gerund behind for or after is older than the clause whose day is told") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 4 nsubj
        on on ADP IN 3 case
        Monday Monday PROPN NNP 4 obl
        condemned condemn VERB VBD 0 root
        Germany Germany PROPN NNP 4 obj
        for for SCONJ IN 7 mark
        attacking attack VERB VBG 4 advcl
        Italy Italy PROPN NNP 7 obj
        . . PUNCT . 4 punct
    )");

    CHECK(test::mention_of(doc, "condemn").time.edtf == "2018-03-19");
    CHECK_FALSE(test::mention_of(doc, "attack").time.first);
}

TEST_CASE("behind a sentence of an older time its paragraph goes on in that time, the next one does not") {
    const document doc = test::read_events(R"(
        In in ADP IN 2 case
        2012 2012 NUM CD 5 obl
        Italy Italy PROPN NNP 5 nsubj
        even even ADV RB 5 advmod
        left leave VERB VBD 0 root
        . . PUNCT . 5 punct

        France France PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        Germany Germany PROPN NNP 2 obj
        . . PUNCT . 2 punct
        ¶
        Spain Spain PROPN NNP 2 nsubj
        praised praise VERB VBD 0 root
        Italy Italy PROPN NNP 2 obj
        . . PUNCT . 2 punct
    )");

    CHECK(test::mention_of(doc, "condemn").time.edtf == "../2018-03-21");
    CHECK(test::mention_of(doc, "praise").time.basis == time_basis::publication);
}

TEST_CASE("a main clause of the article's own days ends the older time of its paragraph") {
    const document doc = test::read_events(R"(
        Italy Italy PROPN NNP 3 nsubj
        had have AUX VBD 3 aux
        left leave VERB VBN 0 root
        . . PUNCT . 3 punct

        France France PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        Germany Germany PROPN NNP 2 obj
        . . PUNCT . 2 punct

        Today today NOUN NN 3 obl
        Italy Italy PROPN NNP 3 nsubj
        waits wait VERB VBZ 0 root
        . . PUNCT . 3 punct

        Spain Spain PROPN NNP 2 nsubj
        praised praise VERB VBD 0 root
        Italy Italy PROPN NNP 2 obj
        . . PUNCT . 2 punct
    )");

    CHECK_FALSE(test::mention_of(doc, "condemn").time.first);
    CHECK(test::mention_of(doc, "praise").time.basis == time_basis::publication);
}

TEST_CASE("a clause that says more of an older text, and one told in that speech, are not told of the article's day") {
    const document doc = test::read_events(R"(
        Italy Italy PROPN NNP 2 nsubj
        shows show VERB VBZ 0 root
        a a DET DT 4 det
        letter letter NOUN NN 2 obj
        in in ADP IN 6 case
        which which PRON WDT 9 obl
        Angela Angela PROPN NNP 9 nsubj
        Merkel Merkel PROPN NNP 7 flat
        accused accuse VERB VBD 4 acl:relcl
        Germany Germany PROPN NNP 9 obj
        . . PUNCT . 2 punct
        ¶
        France France PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        Spain Spain PROPN NNP 2 obj
        in in ADP IN 6 case
        that that DET DT 6 det
        speech speech NOUN NN 2 obl
        . . PUNCT . 2 punct
    )");

    CHECK_FALSE(test::mention_of(doc, "accuse").time.first);
    CHECK_FALSE(test::mention_of(doc, "condemn").time.first);
}
