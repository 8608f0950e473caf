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
