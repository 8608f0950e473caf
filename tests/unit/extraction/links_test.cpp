#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace throughline;

namespace {

/// "relation type" of each link of the first event of a type, parted by commas.
std::string links_of(const document& doc, std::string_view type) {
    const auto from = std::find_if(doc.mentions.begin(), doc.mentions.end(),
                                   [&](const event_mention& mention) { return mention.type == type; });
    if (from == doc.mentions.end()) return "no such event";
    std::string all;
    for (const mention_link& link : from->links) {
        if (!all.empty()) all += ", ";
        all += std::string(name(link.kind)) + " " + doc.mentions[link.target].type;
    }
    return all;
}

}  // namespace

TEST_CASE("a noun that takes up the event told before stands for it") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        expelled expel VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct

        Russia Russia PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        the the DET DT 4 det
        decision decision NOUN NN 2 obj
        . . PUNCT . 2 punct
    )");

    CHECK(links_of(doc, "criticism").find("responds_to expulsion") != std::string::npos);
}

TEST_CASE("a noun that says of what it is takes up nothing") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        expelled expel VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct

        Russia Russia PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        the the DET DT 4 det
        decision decision NOUN NN 2 obj
        of of ADP IN 7 case
        the the DET DT 7 det
        court court NOUN NN 4 nmod
        . . PUNCT . 2 punct
    )");

    CHECK(links_of(doc, "criticism").empty());
}

TEST_CASE("a denial denies what its verb says and not the occasion on which that was said") {
    const document doc = test::read_events(R"(
        Russia Russia PROPN NNP 2 nsubj
        denied deny VERB VBD 0 root
        any any DET DT 4 det
        role role NOUN NN 2 obj
        in in ADP IN 7 case
        the the DET DT 7 det
        killing killing NOUN NN 4 nmod
        of of ADP IN 9 case
        Vladimir Vladimir PROPN NNP 7 nmod
        Putin Putin PROPN NNP 9 flat
        at at ADP IN 13 case
        a a DET DT 13 det
        meeting meeting NOUN NN 2 obl
        with with ADP IN 15 case
        Angela Angela PROPN NNP 13 nmod
        Merkel Merkel PROPN NNP 15 flat
        . . PUNCT . 2 punct
    )");

    const std::string links = links_of(doc, "denial");
    INFO(links);
    CHECK(links.find("denies killing") != std::string::npos);
    CHECK(links.find("denies meeting") == std::string::npos);
}

TEST_CASE("news of an event ties it to what the news led to") {
    const document doc = test::read_events(R"(
        News news NOUN NN 7 nsubj
        of of ADP IN 4 case
        the the DET DT 4 det
        attack attack NOUN NN 1 nmod
        in in ADP IN 6 case
        Syria Syria PROPN NNP 4 nmod
        led lead VERB VBD 0 root
        to to ADP IN 9 case
        protests protest NOUN NNS 7 obl
        in in ADP IN 11 case
        France France PROPN NNP 9 nmod
        . . PUNCT . 7 punct
    )");

    CHECK(links_of(doc, "attack") == "causes protest");
}

TEST_CASE("a participle ties the clause that it goes on from to what it governs") {
    const document doc = test::read_events(R"(
        Iran Iran PROPN NNP 2 nsubj
        expelled expel VERB VBD 0 root
        Merkel Merkel PROPN NNP 2 obj
        , , PUNCT , 5 punct
        prompting prompt VERB VBG 2 advcl
        protests protest NOUN NNS 5 obj
        in in ADP IN 8 case
        France France PROPN NNP 6 nmod
        . . PUNCT . 2 punct
    )");

    CHECK(links_of(doc, "expulsion") == "causes protest");
}

TEST_CASE("who is arrested in an affair answers for it") {
    const document doc = test::read_events(R"(
        Iran Iran PROPN NNP 2 nsubj
        arrested arrest VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        in in ADP IN 7 case
        the the DET DT 7 det
        killing killing NOUN NN 2 obl
        of of ADP IN 9 case
        Vladimir Vladimir PROPN NNP 7 nmod
        Putin Putin PROPN NNP 9 flat
        . . PUNCT . 2 punct
    )");

    CHECK(links_of(doc, "arrest").find("responds_to killing") != std::string::npos);
}

TEST_CASE("what somebody asks for is not what he answers") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        demanded demand VERB VBD 0 root
        an an DET DT 4 det
        investigation investigation NOUN NN 2 obj
        of of ADP IN 7 case
        the the DET DT 7 det
        killing killing NOUN NN 4 nmod
        of of ADP IN 9 case
        Vladimir Vladimir PROPN NNP 7 nmod
        Putin Putin PROPN NNP 9 flat
        . . PUNCT . 2 punct
    )");

    CHECK(links_of(doc, "demand").find("responds_to investigation") == std::string::npos);
}

namespace {

/// "Merkel will meet Macron. France said there were no plans for a meeting", and what follows.
document no_plans_for_meeting(const std::string& further) {
    return test::read_events(R"(
        Merkel Merkel PROPN NNP 3 nsubj
        will will AUX MD 3 aux
        meet meet VERB VB 0 root
        Macron Macron PROPN NNP 3 obj
        . . PUNCT . 3 punct

        France France PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        there there PRON EX 4 expl
        were be VERB VBD 2 ccomp
        no no DET DT 6 det
        plans plan NOUN NNS 4 nsubj
        for for ADP IN 9 case
        a a DET DT 9 det
        meeting meeting NOUN NN 6 nmod
    )" + further);
}

}  // namespace

TEST_CASE("who says that there are no plans for a meeting denies the one that was told of") {
    const document doc = no_plans_for_meeting(". . PUNCT . 2 punct");

    const auto said = std::find_if(doc.mentions.begin(), doc.mentions.end(), [&](const event_mention& mention) {
        return doc.tokens[mention.trigger_token].lemma == "say";
    });
    REQUIRE(said != doc.mentions.end());
    CHECK(links_of(doc, said->type).find("denies meeting") != std::string::npos);
    CHECK(std::count_if(doc.mentions.begin(), doc.mentions.end(),
                        [](const event_mention& mention) { return mention.type == "meeting"; }) == 1);
}

TEST_CASE("that there are no plans for a meeting with one denies no meeting with another") {
    const document doc = no_plans_for_meeting(R"(with with ADP IN 11 case
        Putin Putin PROPN NNP 9 nmod
        . . PUNCT . 2 punct
    )");

    REQUIRE(!doc.mentions.empty());
    for (const event_mention& mention : doc.mentions)
        CHECK(links_of(doc, mention.type).find("denies") == std::string::npos);
}

TEST_CASE("what somebody does to secure an event is told to have led to it") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        sued sue VERB VBD 0 root
        Iran Iran PROPN NNP 3 obj
        to to PART TO 6 mark
        help help VERB VB 3 advcl
        secure secure VERB VB 6 xcomp
        the the DET DT 9 det
        release release NOUN NN 7 obj
        of of ADP IN 12 case
        Emmanuel Emmanuel PROPN NNP 12 nmod
        Macron Macron PROPN NNP 9 nmod
        . . PUNCT . 3 punct
    )");

    CHECK(links_of(doc, "lawsuit") == "causes release");
}

TEST_CASE("a verb ties events with its particle as the two of them do") {
    const document doc = test::read_events(R"(
        The the DET DT 2 det
        assassination assassination NOUN NN 6 nsubj
        of of ADP IN 5 case
        Emmanuel Emmanuel PROPN NNP 5 compound
        Macron Macron PROPN NNP 2 nmod
        set set VERB VBD 0 root
        off off ADP RP 6 compound:prt
        protests protest NOUN NNS 6 obj
        in in ADP IN 10 case
        Paris Paris PROPN NNP 8 nmod
        . . PUNCT . 6 punct
    )");

    CHECK(links_of(doc, "killing") == "causes protest");
}

TEST_CASE("what another event is told to have brought about is an event, whoever took part in it") {
    const document doc = test::read_events(R"(
        News news NOUN NN 7 nsubj
        of of ADP IN 5 case
        Angela Angela PROPN NNP 5 nmod:poss
        Merkel's Merkel PROPN NNP 3 flat
        travel travel NOUN NN 1 nmod
        soon soon ADV RB 7 advmod
        led lead VERB VBD 0 root
        to to ADP IN 10 case
        school school NOUN NN 10 compound
        closures closure NOUN NNS 7 obl
        . . PUNCT . 7 punct
    )");

    CHECK(links_of(doc, "travel") == "causes closure");
}

TEST_CASE("a noun behind the word for a measure stands for the measure, and so does the verb that announces it") {
    const document doc = test::read_events(R"(
        The the DET DT 3 det
        quarantine quarantine NOUN NN 3 compound
        rules rule NOUN NNS 5 nsubj:pass
        were be AUX VBD 5 aux:pass
        announced announce VERB VBN 0 root
        after after SCONJ IN 9 mark
        Emmanuel Emmanuel PROPN NNP 9 nsubj
        Macron Macron PROPN NNP 7 flat
        contracted contract VERB VBD 5 advcl
        malaria malaria NOUN NN 9 obj
        . . PUNCT . 5 punct

        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        urged urge VERB VBD 0 root
        France France PROPN NNP 3 obj
        to to PART TO 6 mark
        drop drop VERB VB 3 xcomp
        its its PRON PRP$ 9 nmod:poss
        quarantine quarantine NOUN NN 9 compound
        rules rule NOUN NNS 6 obj
        . . PUNCT . 3 punct

        Vladimir Vladimir PROPN NNP 3 nsubj
        Putin Putin PROPN NNP 1 flat
        criticized criticize VERB VBD 0 root
        the the DET DT 6 det
        quarantine quarantine NOUN NN 6 compound
        order order NOUN NN 3 obj
        after after SCONJ IN 10 mark
        Theresa Theresa PROPN NNP 10 nsubj
        May May PROPN NNP 8 flat
        arrived arrive VERB VBD 3 advcl
        . . PUNCT . 3 punct
    )");

    CHECK(links_of(doc, "demand") == "about quarantine");
    CHECK(links_of(doc, "criticism").find("about quarantine") != std::string::npos);
    CHECK(links_of(doc, "quarantine") == "responds_to infection");
}
