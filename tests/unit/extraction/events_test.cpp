#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace throughline;

namespace {

const event_mention* mention_of(const document& doc, std::string_view type) {
    const auto found = std::find_if(doc.mentions.begin(), doc.mentions.end(),
                                    [&](const event_mention& mention) { return mention.type == type; });
    return found == doc.mentions.end() ? nullptr : &*found;
}

/// "Name:role" of each participant, parted by blanks.
std::string who(const document& doc, const event_mention& mention) {
    std::string out;
    for (const mention_participant& part : mention.participants) {
        if (!out.empty()) out += " ";
        out += doc.entities[part.entity].name + ":" + std::string(name(part.role));
    }
    return out;
}

}  // namespace

TEST_CASE("a passive's subject is the one to whom it is done") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 4 nsubj:pass
        Merkel Merkel PROPN NNP 1 flat
        was be AUX VBD 4 aux:pass
        criticized criticize VERB VBN 0 root
        by by ADP IN 6 case
        Russia Russia PROPN NNP 4 obl:agent
        . . PUNCT . 4 punct
    )");

    const event_mention* criticism = mention_of(doc, "criticism");

    REQUIRE(criticism != nullptr);
    CHECK(who(doc, *criticism) == "Angela Merkel:recipient Russia:actor");
    CHECK(doc.words(criticism->trigger) == "criticized");
    CHECK(doc.words(criticism->evidence).find("criticized") != std::string_view::npos);
    CHECK(criticism->title == "Angela Merkel criticized by Russia");
}

TEST_CASE("a negated verb tells of no event") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 4 nsubj
        did do AUX VBD 4 aux
        not not PART RB 4 advmod
        condemn condemn VERB VB 0 root
        Germany Germany PROPN NNP 4 obj
        . . PUNCT . 4 punct
    )");

    CHECK(mention_of(doc, "criticism") == nullptr);
}

TEST_CASE("what will be done is planned and open at its end") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 4 nsubj
        Merkel Merkel PROPN NNP 1 flat
        will will AUX MD 4 aux
        visit visit VERB VB 0 root
        France France PROPN NNP 4 obj
        . . PUNCT . 4 punct
    )");

    const event_mention* visit = mention_of(doc, "visit");

    REQUIRE(visit != nullptr);
    CHECK(visit->status == event_status::planned);
    CHECK(visit->time.first == parse_day("2018-03-21"));
    CHECK_FALSE(visit->time.last);
    CHECK(visit->title == "Angela Merkel to visit France");
}

TEST_CASE("a call on the telephone is a call, a call for something is a demand") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        called call VERB VBD 0 root
        Emmanuel Emmanuel PROPN NNP 3 obj
        Macron Macron PROPN NNP 4 flat
        on on ADP IN 7 case
        Monday Monday PROPN NNP 3 obl
        . . PUNCT . 3 punct

        France France PROPN NNP 2 nsubj
        called call VERB VBD 0 root
        for for ADP IN 4 case
        talks talk NOUN NNS 2 obl
        . . PUNCT . 2 punct
    )");

    const event_mention* call = mention_of(doc, "call");
    const event_mention* demand = mention_of(doc, "demand");

    REQUIRE(call != nullptr);
    CHECK(who(doc, *call) == "Angela Merkel:actor Emmanuel Macron:actor");
    CHECK(call->time.edtf == "2018-03-19");
    REQUIRE(demand != nullptr);
    CHECK(who(doc, *demand) == "France:actor");
}

TEST_CASE("speech without a date lies in the days up to the report") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        the the DET DT 4 det
        attack attack NOUN NN 2 obj
        in in ADP IN 6 case
        Syria Syria PROPN NNP 4 nmod
        . . PUNCT . 2 punct
    )");

    const event_mention* criticism = mention_of(doc, "criticism");
    const event_mention* attack = mention_of(doc, "attack");

    REQUIRE(criticism != nullptr);
    CHECK(criticism->time.basis == time_basis::publication);
    CHECK(criticism->time.last == parse_day("2018-03-21"));
    REQUIRE(attack != nullptr);
    CHECK_FALSE(attack->time.first);
    REQUIRE(criticism->links.size() == 2);
    CHECK(criticism->links[0].kind == relation::responds_to);
    CHECK(&doc.mentions[criticism->links[0].target] == attack);
}

TEST_CASE("a light verb lends its subject and its day to the noun") {
    const document doc = test::read_events(R"(
        Germany Germany PROPN NNP 2 nsubj
        held hold VERB VBD 0 root
        talks talk NOUN NNS 2 obj
        with with ADP IN 5 case
        Iran Iran PROPN NNP 3 nmod
        on on ADP IN 7 case
        Monday Monday PROPN NNP 2 obl
        . . PUNCT . 2 punct
    )");

    const event_mention* meeting = mention_of(doc, "meeting");

    REQUIRE(meeting != nullptr);
    CHECK(doc.words(meeting->trigger) == "held talks");
    CHECK(meeting->time.edtf == "2018-03-19");
    CHECK(who(doc, *meeting).find("Germany:actor") != std::string::npos);
}

TEST_CASE("words between quotation marks belong to who says them") {
    const document doc = test::read_events(R"(
        " " PUNCT `` 5 punct
        The the DET DT 3 det
        vote vote NOUN NN 5 nsubj
        was be AUX VBD 5 cop
        unacceptable unacceptable ADJ JJ 9 ccomp
        , , PUNCT , 5 punct
        " " PUNCT '' 5 punct
        France France PROPN NNP 9 nsubj
        said say VERB VBD 0 root
        on on ADP IN 11 case
        Monday Monday PROPN NNP 9 obl
        . . PUNCT . 9 punct
    )");

    REQUIRE(doc.quotes.size() == 1);
    CHECK(doc.quotes[0].direct);
    CHECK(doc.words(doc.quotes[0].content) == "The vote was unacceptable");
    const event_mention* criticism = mention_of(doc, "criticism");
    REQUIRE(criticism != nullptr);
    CHECK(criticism->time.edtf == "2018-03-19");
    CHECK(who(doc, *criticism) == "France:actor");
}

TEST_CASE("a tree with a cycle is read to its end") {
    CHECK_NOTHROW(test::read_events(R"(
        France France PROPN NNP 2 nsubj
        condemned condemn VERB VBD 3 conj
        attacks attack NOUN NNS 2 obj
    )",
                                    "2018-03-21"));
    CHECK_NOTHROW(test::read_events("", "2018-03-21"));
}

TEST_CASE("a purpose is told in passing and a plan is not") {
    const document purpose = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        formed form VERB VBD 0 root
        a a DET DT 5 det
        team team NOUN NN 3 obj
        to to PART TO 7 mark
        arrest arrest VERB VB 3 advcl
        Vladimir Vladimir PROPN NNP 7 obj
        Putin Putin PROPN NNP 8 flat
        . . PUNCT . 3 punct
    )");
    const document plan = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        planned plan VERB VBD 0 root
        to to PART TO 5 mark
        arrest arrest VERB VB 3 xcomp
        Vladimir Vladimir PROPN NNP 5 obj
        Putin Putin PROPN NNP 6 flat
        . . PUNCT . 3 punct
    )");

    REQUIRE(purpose.mentions.size() == 1);
    CHECK(purpose.mentions[0].background);
    REQUIRE(plan.mentions.size() == 1);
    CHECK_FALSE(plan.mentions[0].background);
    CHECK(plan.mentions[0].status == event_status::planned);
}

TEST_CASE("what is not done but something else instead is no event") {
    const document doc = test::read_events(R"(
        Instead instead ADV RB 3 mark
        of of ADP IN 1 fixed
        arresting arrest VERB VBG 8 advcl
        Vladimir Vladimir PROPN NNP 3 obj
        Putin Putin PROPN NNP 4 flat
        , , PUNCT , 8 punct
        Merkel Merkel PROPN NNP 8 nsubj
        slept sleep VERB VBD 0 root
        . . PUNCT . 8 punct
    )");

    CHECK(doc.mentions.empty());
}

TEST_CASE("a bidding is no event of somebody who was named before") {
    const document doc = test::read_events(R"(
        Merkel Merkel PROPN NNP 2 nsubj
        spoke speak VERB VBD 0 root
        . . PUNCT . 2 punct

        Arrest arrest VERB VB 0 root
        Vladimir Vladimir PROPN NNP 1 obj
        Putin Putin PROPN NNP 2 flat
        ! ! PUNCT . 1 punct
    )");

    for (const event_mention& mention : doc.mentions) CHECK(mention.type != "arrest");
}

TEST_CASE("a voter described by a candidate's name does not make the candidate act") {
    const document doc = test::read_events(R"(
        A a DET DT 4 det
        Vladimir Vladimir PROPN NNP 4 compound
        Putin Putin PROPN NNP 2 flat
        voter voter NOUN NN 5 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 5 obj
        Merkel Merkel PROPN NNP 6 flat
        . . PUNCT . 5 punct
    )");

    REQUIRE(doc.mentions.size() == 1);
    for (const mention_participant& part : doc.mentions[0].participants)
        if (doc.entities[part.entity].name == "Vladimir Putin") CHECK(part.role == participant_role::other);
}

TEST_CASE("plans that are made to do something lie ahead, and whoever makes them is to do it") {
    const document doc = test::read_events(R"(
        Ana Ana PROPN NNP 4 nsubj
        Lopez Lopez PROPN NNP 1 flat
        had have AUX VBD 4 aux
        made make VERB VBN 0 root
        plans plan NOUN NNS 4 obj
        to to PART TO 7 mark
        meet meet VERB VB 4 xcomp
        Ann Ann PROPN NNP 7 obj
        Reed Reed PROPN NNP 8 flat
        . . PUNCT . 4 punct
    )");

    REQUIRE(doc.mentions.size() == 1);
    CHECK(doc.mentions[0].type == "meeting");
    CHECK(doc.mentions[0].status == event_status::planned);
    CHECK(doc.mentions[0].title == "Ana Lopez to meet Ann Reed");
}
