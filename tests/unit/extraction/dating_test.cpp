#include "document/document.hpp"
#include "support/mentions.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;

using test::mention_of;

TEST_CASE("what was said earlier is not dated by the report that recalls it") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 3 nsubj
        previously previously ADV RB 3 advmod
        condemned condemn VERB VBD 0 root
        the the DET DT 5 det
        attack attack NOUN NN 3 obj
        . . PUNCT . 3 punct
    )");

    const event_mention& criticism = mention_of(doc, "condemn");

    CHECK_FALSE(criticism.time.first);
    CHECK(criticism.time.last == parse_day("2018-03-21"));
    CHECK(criticism.background);
}

TEST_CASE("the deed with which a report opens is its news, one told farther down may be older") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 3 nsubj
        has have AUX VBZ 3 aux
        expelled expel VERB VBN 0 root
        Angela Angela PROPN NNP 3 obj
        Merkel Merkel PROPN NNP 4 flat
        . . PUNCT . 3 punct

        Germany Germany PROPN NNP 2 nsubj
        arrested arrest VERB VBD 0 root
        Emmanuel Emmanuel PROPN NNP 2 obj
        Macron Macron PROPN NNP 3 flat
        . . PUNCT . 2 punct
    )");

    CHECK(mention_of(doc, "expel").time.edtf == "2018-03-20/2018-03-21");
    CHECK(mention_of(doc, "expel").time.basis == time_basis::publication);
    CHECK_FALSE(mention_of(doc, "arrest").time.first);
}

TEST_CASE("a participle behind a comma has the day of its clause, whatever noun it seems to hang on") {
    const document doc = test::read_events(R"(
        Merkel Merkel PROPN NNP 2 nsubj
        met meet VERB VBD 0 root
        Macron Macron PROPN NNP 2 obj
        on on ADP IN 5 case
        Monday Monday PROPN NNP 2 obl
        after after ADP IN 8 case
        the the DET DT 8 det
        attack attack NOUN NN 2 obl
        , , PUNCT , 10 punct
        condemning condemn VERB VBG 8 acl
        Iran Iran PROPN NNP 10 obj
        . . PUNCT . 2 punct
    )");

    CHECK(mention_of(doc, "condemn").time.edtf == "2018-03-19");
}

TEST_CASE("what should not have been done was done") {
    const document doc = test::read_events(R"(
        Merkel Merkel PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        France France PROPN NNP 7 nsubj
        should should AUX MD 7 aux
        not not PART RB 7 advmod
        have have AUX VB 7 aux
        attacked attack VERB VBN 2 ccomp
        Syria Syria PROPN NNP 7 obj
        . . PUNCT . 2 punct
    )");

    CHECK(mention_of(doc, "attack").status == event_status::occurred);
}

TEST_CASE("what had been told the day before leaves the news to the day of the report") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 3 nsubj
        has have AUX VBZ 3 aux
        expelled expel VERB VBN 0 root
        Angela Angela PROPN NNP 3 obj
        Merkel Merkel PROPN NNP 4 flat
        . . PUNCT . 3 punct

        Germany Germany PROPN NNP 3 nsubj
        had have AUX VBD 3 aux
        condemned condemn VERB VBN 0 root
        Iran Iran PROPN NNP 3 obj
        on on ADP IN 6 case
        Tuesday Tuesday PROPN NNP 3 obl
        . . PUNCT . 3 punct
    )");

    CHECK(mention_of(doc, "condemn").time.edtf == "2018-03-20");
    CHECK(mention_of(doc, "expel").time.edtf == "2018-03-21");
}

TEST_CASE("somebody's words in a relative clause recall what he is known for") {
    const document doc = test::read_events(R"(
        Merkel Merkel PROPN NNP 2 nsubj
        met meet VERB VBD 0 root
        Macron Macron PROPN NNP 2 obj
        . . PUNCT . 2 punct

        Germany Germany PROPN NNP 2 nsubj
        praised praise VERB VBD 0 root
        France France PROPN NNP 2 obj
        , , PUNCT , 6 punct
        which which PRON WDT 6 nsubj
        condemned condemn VERB VBD 3 acl:relcl
        Iran Iran PROPN NNP 6 obj
        . . PUNCT . 2 punct
    )");

    CHECK_FALSE(mention_of(doc, "condemn").time.first);
}

TEST_CASE("what somebody says is under way has the day of the saying") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        on on ADP IN 4 case
        Monday Monday PROPN NNP 2 obl
        it it PRON PRP 7 nsubj
        was be AUX VBD 7 aux
        expelling expel VERB VBG 2 ccomp
        Angela Angela PROPN NNP 7 obj
        Merkel Merkel PROPN NNP 8 flat
        . . PUNCT . 2 punct
    )");

    const event_mention& expulsion = mention_of(doc, "expel");
    CHECK(expulsion.time.edtf == "2018-03-19");
    CHECK(expulsion.time.basis == time_basis::linked);
    REQUIRE_FALSE(expulsion.participants.empty());
    CHECK(doc.entities[expulsion.participants.front().entity].name == "France");
}

TEST_CASE("what a dated event came after lies no later") {
    const document doc = test::read_events(R"(
        Merkel Merkel PROPN NNP 2 nsubj
        met meet VERB VBD 0 root
        Macron Macron PROPN NNP 2 obj
        on on ADP IN 5 case
        Monday Monday PROPN NNP 2 obl
        after after SCONJ IN 8 mark
        Iran Iran PROPN NNP 8 nsubj
        attacked attack VERB VBD 2 advcl
        Syria Syria PROPN NNP 8 obj
        . . PUNCT . 2 punct
    )");

    CHECK(mention_of(doc, "attack").time.edtf == "../2018-03-19");
}

TEST_CASE("a meeting that did not take place is no event, nor is what somebody failed to do") {
    const document doc = test::read_events(R"(
        A a DET DT 2 det
        meeting meeting NOUN NN 7 nsubj
        with with ADP IN 4 case
        Macron Macron PROPN NNP 2 nmod
        did do AUX VBD 7 aux
        not not PART RB 7 advmod
        take take VERB VB 0 root
        place place NOUN NN 7 obj
        . . PUNCT . 7 punct

        Merkel Merkel PROPN NNP 2 nsubj
        apologized apologize VERB VBD 0 root
        for for ADP IN 5 case
        the the DET DT 5 det
        failure failure NOUN NN 2 obl
        to to PART TO 7 mark
        expel expel VERB VB 2 xcomp
        Macron Macron PROPN NNP 7 obj
        . . PUNCT . 2 punct
    )");

    CHECK(std::none_of(doc.mentions.begin(), doc.mentions.end(), [](const event_mention& mention) {
        return mention.type == "meeting" || mention.type == "expulsion";
    }));
}

TEST_CASE("a dateline before the lead takes nothing from its news") {
    const document doc = test::read_events(R"(
        PARIS Paris PROPN NNP 0 root
        — — PUNCT : 1 punct

        France France PROPN NNP 3 nsubj
        has have AUX VBZ 3 aux
        expelled expel VERB VBN 0 root
        Angela Angela PROPN NNP 3 obj
        Merkel Merkel PROPN NNP 4 flat
        . . PUNCT . 3 punct
    )");

    CHECK(mention_of(doc, "expel").time.basis == time_basis::publication);
}

TEST_CASE("a day that somebody speaks of is not the day on which it was said") {
    const document doc = test::read_events(R"(
        “ “ PUNCT `` 4 punct
        We we PRON PRP 4 nsubj
        will will AUX MD 4 aux
        leave leave VERB VB 9 ccomp
        on on ADP IN 6 case
        Friday Friday PROPN NNP 4 obl
        ” ” PUNCT '' 4 punct
        Angela Angela PROPN NNP 9 nsubj
        said say VERB VBD 0 root
        . . PUNCT . 9 punct
    )");

    const event_mention& said = mention_of(doc, "say");

    CHECK(said.time.basis == time_basis::publication);
    CHECK(said.time.last == parse_day("2018-03-21"));
}

TEST_CASE("the day that ends a citation's sentence is the day of the saying") {
    const document doc = test::read_events(R"(
        “ “ PUNCT `` 4 punct
        Many many ADJ JJ 3 amod
        towns town NOUN NNS 4 nsubj
        want want VERB VBP 9 ccomp
        money money NOUN NN 4 obj
        , , PUNCT , 9 punct
        ” ” PUNCT '' 4 punct
        Angela Angela PROPN NNP 9 nsubj
        said say VERB VBD 0 root
        while while SCONJ IN 11 mark
        touring tour VERB VBG 9 advcl
        the the DET DT 13 det
        docks dock NOUN NNS 11 obj
        with with ADP IN 16 case
        her her PRON PRP$ 16 nmod:poss
        friends friend NOUN NNS 11 obl
        Monday Monday PROPN NNP 11 obl
        . . PUNCT . 9 punct
    )");

    const event_mention& said = mention_of(doc, "say");

    CHECK(said.time.basis == time_basis::expression);
    CHECK(said.time.edtf == "2018-03-19");
}

TEST_CASE("a definite noun has the day of the event of its kind that was told last, where that is dated") {
    const auto told_again = [](const std::string& last_told) {
        const document doc = test::read_events(R"(
        Merkel Merkel PROPN NNP 2 nsubj
        visited visit VERB VBD 0 root
        Paris Paris PROPN NNP 2 obj
        in in ADP IN 5 case
        January January PROPN NNP 2 obl
        . . PUNCT . 2 punct

)" + last_told + R"(
        France France PROPN NNP 2 nsubj
        criticized criticize VERB VBD 0 root
        the the DET DT 4 det
        visit visit NOUN NN 2 obj
        . . PUNCT . 2 punct
    )");
        return doc.mentions.back();
    };
    const std::string undated = R"(
        Macron Macron PROPN NNP 3 nsubj
        had have AUX VBD 3 aux
        visited visit VERB VBN 0 root
        Berlin Berlin PROPN NNP 3 obj
        . . PUNCT . 3 punct
)";

    CHECK(told_again("").time.basis == time_basis::linked);
    CHECK(told_again(undated).time.basis == time_basis::none);
}

TEST_CASE("the weekday of what lies ahead is the next one, though it could be the last one") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 4 nsubj
        Merkel Merkel PROPN NNP 1 flat
        is be AUX VBZ 4 cop
        prepared prepared ADJ JJ 0 root
        to to PART TO 6 mark
        visit visit VERB VB 4 xcomp
        Italy Italy PROPN NNP 6 obj
        on on ADP IN 9 case
        Tuesday Tuesday PROPN NNP 6 obl
        . . PUNCT . 4 punct

        Emmanuel Emmanuel PROPN NNP 4 nsubj
        Macron Macron PROPN NNP 1 flat
        is be AUX VBZ 4 cop
        prepared prepared ADJ JJ 0 root
        to to PART TO 6 mark
        condemn condemn VERB VB 4 xcomp
        Italy Italy PROPN NNP 6 obj
        on on ADP IN 9 case
        March March PROPN NNP 6 obl
        20 20 NUM CD 9 nummod
        . . PUNCT . 4 punct
    )");

    CHECK(mention_of(doc, "visit").status == event_status::planned);
    CHECK(mention_of(doc, "visit").time.edtf == "2018-03-27");
    CHECK(mention_of(doc, "condemn").time.last != parse_day("2018-03-27"));
}

TEST_CASE("the day on which somebody moves ahead with a plan is not the day of what is planned") {
    const document doc = test::read_events(R"(
        On on ADP IN 2 case
        Monday Monday PROPN NNP 6 obl
        , , PUNCT , 6 punct
        Angela Angela PROPN NNP 6 nsubj
        Merkel Merkel PROPN NNP 4 flat
        continued continue VERB VBD 0 root
        a a DET DT 8 det
        plan plan NOUN NN 6 obj
        to to PART TO 10 mark
        visit visit VERB VB 8 acl
        Italy Italy PROPN NNP 10 obj
        . . PUNCT . 6 punct
    )");

    CHECK(mention_of(doc, "visit").time.last != parse_day("2018-03-19"));
}
