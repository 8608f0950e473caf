#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;

namespace {

/// The title of the first event of a type in the sentence.
std::string title(const char* tree, std::string_view type) {
    const document doc = test::read_events(tree, "2018-03-21");
    for (const event_mention& mention : doc.mentions)
        if (mention.type == type) return mention.title;
    return "none";
}

}  // namespace

TEST_CASE("a verb that says an event by its negation is negated as English does") {
    CHECK(title(R"(
        Vladimir Vladimir PROPN NNP 3 nsubj
        Putin Putin PROPN NNP 1 flat
        said say VERB VBD 0 root
        Angela Angela PROPN NNP 8 nsubj
        Merkel Merkel PROPN NNP 4 flat
        does do AUX VBZ 8 aux
        not not PART RB 8 advmod
        like like VERB VB 3 ccomp
        Russia Russia PROPN NNP 8 obj
        . . PUNCT . 3 punct
    )",
                "criticism") == "Angela Merkel does not like Russia");
}

TEST_CASE("a plural subject takes a plural verb") {
    CHECK(title(R"(
        Officials official NOUN NNS 2 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct
    )",
                "criticism") == "Officials criticize Angela Merkel");
}

TEST_CASE("a noun's title leaves out what is merely coordinated with it and leads with no function word") {
    CHECK(title(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        mentioned mention VERB VBD 0 root
        the the DET DT 5 det
        arrest arrest NOUN NN 3 obj
        of of ADP IN 8 case
        Vladimir Vladimir PROPN NNP 5 nmod
        Putin Putin PROPN NNP 7 flat
        and and CCONJ CC 11 cc
        a a DET DT 11 det
        song song NOUN NN 5 conj
        . . PUNCT . 3 punct
    )",
                "arrest") == "Arrest of Vladimir Putin");
}

TEST_CASE("a title stops where another clause begins") {
    CHECK(title(R"(
        Officials official NOUN NNS 2 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        for for ADP IN 7 case
        a a DET DT 7 det
        plan plan NOUN NN 2 obl
        that that PRON WDT 11 obj
        many many ADJ JJ 11 nsubj
        now now ADV RB 11 advmod
        reject reject VERB VBP 7 acl:relcl
        . . PUNCT . 2 punct
    )",
                "criticism") == "Officials criticize Angela Merkel for a plan");
}

TEST_CASE("a title leaves out the date with its preposition and what a comma sets off") {
    CHECK(title(R"(
        Officials official NOUN NNS 2 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        on on ADP IN 6 case
        Monday Monday PROPN NNP 2 obl
        in in ADP IN 8 case
        Berlin Berlin PROPN NNP 2 obl
        , , PUNCT , 11 punct
        her she PRON PRP$ 11 nmod:poss
        capital capital NOUN NN 8 appos
        . . PUNCT . 2 punct
    )",
                "criticism") == "Officials criticize Angela Merkel in Berlin");
}

TEST_CASE("a dateline is not the subject of the first sentence") {
    CHECK(title(R"(
        GENEVA GENEVA PROPN NNP 5 nsubj
        — — PUNCT : 1 punct
        Angela Angela PROPN NNP 1 appos
        Merkel Merkel PROPN NNP 3 flat
        criticized criticize VERB VBD 0 root
        Russia Russia PROPN NNP 5 obj
        . . PUNCT . 5 punct
    )",
                "criticism") == "Angela Merkel criticizes Russia");
}

TEST_CASE("a long quotation is cut behind a sentence") {
    CHECK(title(R"(
        “ “ PUNCT `` 5 punct
        The the DET DT 3 det
        old old ADJ JJ 4 amod
        bridge bridge NOUN NN 5 nsubj
        held hold VERB VBD 0 root
        through through ADP IN 8 case
        the the DET DT 8 det
        night night NOUN NN 5 obl
        . . PUNCT . 5 punct

        Nobody nobody PRON NN 2 nsubj
        knows know VERB VBZ 7 ccomp
        why why ADV WRB 2 obj
        and and CCONJ CC 5 cc
        nobody nobody PRON NN 5 nsubj
        asks ask VERB VBZ 2 conj
        the the DET DT 7 det
        engineers engineer NOUN NNS 5 obj
        who who PRON WP 10 nsubj
        have have AUX VBP 10 aux
        built build VERB VBN 7 acl:relcl
        it it PRON PRP 10 obj
        , , PUNCT , 14 punct
        ” ” PUNCT '' 14 punct
        Angela Angela PROPN NNP 15 nsubj
        said say VERB VBD 0 root
        . . PUNCT . 15 punct
    )",
                "statement")
              .find("…") == std::string::npos);
}

TEST_CASE("a verb does not end a title without the object that follows it") {
    CHECK(title(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        agreed agree VERB VBD 0 root
        to to PART TO 5 mark
        shelter shelter VERB VB 3 xcomp
        the the DET DT 7 det
        fugitives fugitive NOUN NNS 5 obj
        . . PUNCT . 3 punct
    )",
                "agreement") == "Angela Merkel agrees to shelter the fugitives");
}

TEST_CASE("a particle stays with its verb") {
    CHECK(title(R"(
        Angela Angela PROPN NNP 4 nsubj:pass
        Merkel Merkel PROPN NNP 1 flat
        was be AUX VBD 4 aux:pass
        sworn swear VERB VBN 0 root
        in in ADP RP 4 compound:prt
        . . PUNCT . 4 punct
    )",
                "appointment") == "Angela Merkel sworn in");
}
