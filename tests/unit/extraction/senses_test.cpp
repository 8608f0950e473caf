#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace throughline;

namespace {

bool tells(const std::string& trees, std::string_view type) {
    const document doc = test::read_events(trees, "2018-03-21");
    return std::any_of(doc.mentions.begin(), doc.mentions.end(),
                       [&](const event_mention& mention) { return mention.type == type; });
}

const std::string match = R"(
    Coach coach NOUN NN 0 root
    and and CCONJ CC 3 cc
    goalkeeper goalkeeper NOUN NN 1 conj
    of of ADP IN 6 case
    the the DET DT 6 det
    season season NOUN NN 1 nmod
    in in ADP IN 9 case
    the the DET DT 9 det
    league league NOUN NN 6 nmod
)";

const std::string squad_storms = R"(
    The the DET DT 2 det
    squad squad NOUN NN 3 nsubj
    stormed storm VERB VBD 0 root
    Leeds Leeds PROPN NNP 3 obj
    on on ADP IN 6 case
    Sunday Sunday PROPN NNP 3 obl
    . . PUNCT . 3 punct
)";

}  // namespace

TEST_CASE("whoever storms a goal in a match does no violence") {
    CHECK(tells(squad_storms, "attack"));
    CHECK_FALSE(tells(match + "\n" + squad_storms, "attack"));
}

TEST_CASE("a call for something is a demand and no telephone call") {
    const std::string call_for_calm = R"(
        Angela Angela PROPN NNP 5 nmod:poss
        Merkel Merkel PROPN NNP 1 flat
        's 's PART POS 1 case
        public public ADJ JJ 5 amod
        call call NOUN NN 8 nsubj
        for for ADP IN 7 case
        calm calm NOUN NN 5 nmod
        failed fail VERB VBD 0 root
        . . PUNCT . 8 punct
    )";
    CHECK_FALSE(tells(call_for_calm, "call"));
    CHECK(tells(call_for_calm, "demand"));
}

TEST_CASE("what strikes the eye and who leads a choir do no violence and no war") {
    const std::string striking = R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        led lead VERB VBD 0 root
        a a DET DT 6 det
        striking striking ADJ JJ 6 amod
        choir choir NOUN NN 3 obj
        in in ADP IN 8 case
        Berlin Berlin PROPN NNP 3 obl
        . . PUNCT . 3 punct
    )";
    for (const std::string_view type : {"attack", "military_action", "protest"}) CHECK_FALSE(tells(striking, type));
}

TEST_CASE("who speaks of false claims denies nothing, who says that claims are false does") {
    CHECK_FALSE(tells(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        said say VERB VBD 0 root
        the the DET DT 6 det
        false false ADJ JJ 6 amod
        figures figure NOUN NNS 7 nsubj
        hurt hurt VERB VBD 3 ccomp
        Russia Russia PROPN NNP 7 obj
        . . PUNCT . 3 punct
    )",
                      "denial"));
    CHECK(tells(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        said say VERB VBD 0 root
        the the DET DT 5 det
        figures figure NOUN NNS 7 nsubj
        were be AUX VBD 7 cop
        false false ADJ JJ 3 ccomp
        . . PUNCT . 3 punct
    )",
                "denial"));
}

TEST_CASE("what somebody is known to have decided is taken for done, a decision as such lies ahead") {
    const auto status = [](const char* determiner) {
        const document doc = test::read_events(std::string(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        praised praise VERB VBD 0 root
)") + determiner + R"(
        decision decision NOUN NN 3 obj
        to to PART TO 7 mark
        congratulate congratulate VERB VB 5 acl
        Vladimir Vladimir PROPN NNP 7 obj
        Putin Putin PROPN NNP 8 flat
        . . PUNCT . 3 punct
    )",
                                               "2018-03-21");
        for (const event_mention& mention : doc.mentions)
            if (mention.type == "congratulation") return mention.status;
        return event_status::denied;
    };
    CHECK(status("        her she PRON PRP$ 5 nmod:poss") == event_status::occurred);
    CHECK(status("        a a DET DT 5 det") == event_status::planned);
}

TEST_CASE("who is found to have a disease is infected, a thing that is not") {
    const std::string found = R"(
        was be AUX VBD 4 aux:pass
        found find VERB VBN 0 root
        to to PART TO 6 mark
        have have VERB VB 4 xcomp
        malaria malaria NOUN NN 6 obj
        . . PUNCT . 4 punct
    )";
    const std::string the = R"(
        The the DET DT 2 det)";
    CHECK(tells(the + "\n        driver driver NOUN NN 4 nsubj:pass" + found, "infection"));
    CHECK_FALSE(tells(the + "\n        ship ship NOUN NN 4 nsubj:pass" + found, "infection"));
}
