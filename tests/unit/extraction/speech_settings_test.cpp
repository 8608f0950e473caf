#include "document/document.hpp"
#include "support/mentions.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

using namespace throughline;

TEST_CASE("a letter's date is that of what is written in it") {
    const document doc = test::read_events(R"(
        In in ADP IN 5 case
        a a DET DT 5 det
        March March PROPN NNP 5 compound
        6 6 NUM CD 3 nummod
        letter letter NOUN NN 8 obl
        , , PUNCT , 8 punct
        France France PROPN NNP 8 nsubj
        condemned condemn VERB VBD 0 root
        Germany Germany PROPN NNP 8 obj
        . . PUNCT . 8 punct
    )");

    CHECK(test::mention_of(doc, "condemn").time.edtf == "2018-03-06");
}

TEST_CASE("the day on which a report comes out is the day of what it says") {
    const document doc = test::read_events(R"(
        The the DET DT 2 det
        report report NOUN NN 7 nsubj
        , , PUNCT , 4 punct
        released release VERB VBN 2 acl
        Monday Monday PROPN NNP 4 obl
        , , PUNCT , 4 punct
        accused accuse VERB VBD 0 root
        Germany Germany PROPN NNP 7 obj
        . . PUNCT . 7 punct
    )");

    CHECK(test::mention_of(doc, "accuse").time.edtf == "2018-03-19");
    CHECK(test::mention_of(doc, "accuse").time.basis == time_basis::expression);
}

TEST_CASE("what is read from a deposition without a date was said on any day before") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        accused accuse VERB VBD 0 root
        Germany Germany PROPN NNP 3 obj
        in in ADP IN 7 case
        a a DET DT 7 det
        deposition deposition NOUN NN 3 obl
        . . PUNCT . 3 punct
    )");

    CHECK(test::mention_of(doc, "accuse").time.edtf == "../2018-03-21");
}

TEST_CASE("a day that only describes an object does not date the verb") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        Sunday Sunday PROPN NNP 4 compound
        shows show NOUN NNS 2 obj
        . . PUNCT . 2 punct
    )");

    CHECK(test::mention_of(doc, "condemn").time.basis == time_basis::publication);
}

TEST_CASE("since what came before does not date the clause behind it") {
    const document doc = test::read_events(R"(
        Since since ADP IN 3 case
        the the DET DT 3 det
        failure failure NOUN NN 8 obl
        in in ADP IN 5 case
        February February PROPN NNP 3 nmod
        , , PUNCT , 8 punct
        France France PROPN NNP 8 nsubj
        condemned condemn VERB VBD 0 root
        Germany Germany PROPN NNP 8 obj
        . . PUNCT . 8 punct
    )");

    CHECK(test::mention_of(doc, "condemn").time.edtf != "2018-02");
}

TEST_CASE("the date that ends the words below a picture says when it was taken") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        condemns condemn VERB VBZ 0 root
        Emmanuel Emmanuel PROPN NNP 3 obj
        Macron Macron PROPN NNP 4 flat
        as as SCONJ IN 8 mark
        he he PRON PRP 8 nsubj
        waits wait VERB VBZ 3 advcl
        in in ADP IN 10 case
        Ghent Ghent PROPN NNP 8 obl
        , , PUNCT , 12 punct
        March March PROPN NNP 8 obl
        2 2 NUM CD 12 nummod
        , , PUNCT , 12 punct
        2018 2018 NUM CD 12 nummod
        . . PUNCT . 3 punct
    )");

    CHECK(test::mention_of(doc, "condemn").time.edtf == "2018-03-02");
}

TEST_CASE("a day behind an order's infinitive is the day of what is ordered") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        ordered order VERB VBD 0 root
        Germany Germany PROPN NNP 2 obj
        to to PART TO 5 mark
        leave leave VERB VB 2 xcomp
        on on ADP IN 7 case
        Monday Monday PROPN NNP 5 obl
        . . PUNCT . 2 punct
    )");

    CHECK_FALSE(test::mention_of(doc, "order").time.first);
}
