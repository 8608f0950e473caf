#include "support/mentions.hpp"

#include <doctest/doctest.h>

#include <string>

using throughline::test::title_of;

TEST_CASE("several of a body are many, whatever kind of name it is taken for") {
    CHECK(title_of(R"(
        Several several ADJ JJ 3 amod
        Senate Senate PROPN NNP 3 compound
        Democrats Democrat PROPN NNPS 4 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 4 obj
        Merkel Merkel PROPN NNP 5 flat
        . . PUNCT . 4 punct
    )",
                   "criticism") == "Several Senate Democrats criticize Angela Merkel");
}

TEST_CASE("what is said of none of them is no event") {
    CHECK(title_of(R"(
        None none NOUN NN 5 nsubj
        of of ADP IN 4 case
        the the DET DT 4 det
        ministers minister NOUN NNS 1 nmod
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 5 obj
        Merkel Merkel PROPN NNP 6 flat
        . . PUNCT . 5 punct
    )",
                   "criticism") == "none");
}

TEST_CASE("a person of whom the text speaks again by office or party leans on it") {
    const auto said_by = [](const std::string& rows) {
        return title_of((rows + R"(
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 4 obj
        Merkel Merkel PROPN NNP 5 flat
        . . PUNCT . 4 punct
    )")
                            .c_str(),
                        "criticism");
    };
    CHECK(said_by(R"(
        The the DET DT 3 det
        former former ADJ JJ 3 amod
        governor governor NOUN NN 4 nsubj)") == "Former governor criticizes Angela Merkel…");
    CHECK(said_by(R"(
        A a DET DT 3 det
        former former ADJ JJ 3 amod
        governor governor NOUN NN 4 nsubj)") == "Former governor criticizes Angela Merkel");
}

TEST_CASE("what is like something that the text has told leans on it") {
    const auto published = [](const char* adjective) {
        return title_of((std::string(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        published publish VERB VBD 0 root
        a a DET DT 6 det
        )") + adjective + " " +
                         adjective + R"( ADJ JJ 6 amod
        article article NOUN NN 3 obj
        . . PUNCT . 3 punct
    )")
                            .c_str(),
                        "publication");
    };
    CHECK(published("similar") == "Angela Merkel publishes a similar article…");
    CHECK(published("long") == "Angela Merkel publishes a long article");
}

TEST_CASE("a quotation of fewer than three words with a meaning of their own leans on its text") {
    CHECK(title_of(R"(
        “ “ PUNCT `` 5 punct
        We we PRON PRP 5 nsubj
        are be AUX VBP 5 cop
        still still ADV RB 5 advmod
        ready ready ADJ JJ 0 root
        over over ADP IN 7 case
        there there ADV RB 5 obl
        , , PUNCT , 5 punct
        ” ” PUNCT '' 5 punct
        Angela Angela PROPN NNP 12 nsubj
        Merkel Merkel PROPN NNP 10 flat
        said say VERB VBD 5 parataxis
        . . PUNCT . 5 punct
    )",
                   "statement") == "Angela Merkel says “We are still ready over there”…");
}

TEST_CASE("a report whose subject is lost is no title") {
    CHECK(title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        said say VERB VBD 0 root
        said say VERB VBD 3 ccomp
        the the DET DT 6 det
        bridge bridge NOUN NN 7 nsubj
        fell fall VERB VBD 4 ccomp
        into into ADP IN 10 case
        the the DET DT 10 det
        river river NOUN NN 7 obl
        . . PUNCT . 3 punct
    )",
                   "statement") == "");
}

TEST_CASE("what people of whom the text tells no more have said leans on it") {
    const auto criticized_by = [](const std::string& subject) {
        return title_of((subject + R"(
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct
    )")
                            .c_str(),
                        "criticism");
    };
    CHECK(criticized_by("Pundits pundit NOUN NNS 2 nsubj") == "Pundits criticize Angela Merkel…");
    CHECK(criticized_by("Farmers farmer NOUN NNS 2 nsubj") == "Farmers criticize Angela Merkel");
}

TEST_CASE("how long a sentence is stays in the title, though it is a time") {
    CHECK(title_of(R"(
        A a DET DT 2 det
        court court NOUN NN 3 nsubj
        sentenced sentence VERB VBD 0 root
        Angela Angela PROPN NNP 3 obj
        Merkel Merkel PROPN NNP 4 flat
        to to ADP IN 8 case
        three three NUM CD 8 nummod
        years year NOUN NNS 3 obl
        in in ADP IN 10 case
        prison prison NOUN NN 3 obl
        . . PUNCT . 3 punct
    )",
                   "verdict") == "Court sentences Angela Merkel to three years in prison");
}

TEST_CASE("whether something is so tells nothing of what was said") {
    CHECK(title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        said say VERB VBD 0 root
        whether whether SCONJ IN 7 mark
        the the DET DT 6 det
        bridge bridge NOUN NN 7 nsubj
        fell fall VERB VBD 3 ccomp
        into into ADP IN 10 case
        the the DET DT 10 det
        river river NOUN NN 7 obl
        . . PUNCT . 3 punct
    )",
                   "statement") != "Angela Merkel says whether the bridge fell into the river");
}

TEST_CASE("neither of two did what is said of both") {
    CHECK(title_of(R"(
        Neither neither CCONJ CC 2 cc:preconj
        France France PROPN NNP 5 nsubj
        nor nor CCONJ CC 4 cc
        Germany Germany PROPN NNP 2 conj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 5 obj
        Merkel Merkel PROPN NNP 6 flat
        . . PUNCT . 5 punct
    )",
                   "criticism") == "none");
}

TEST_CASE("a title does not end before what a ban is on or a request for") {
    CHECK(title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        asked ask VERB VBD 0 root
        France France PROPN NNP 3 obj
        for for ADP IN 7 case
        a a DET DT 7 det
        ban ban NOUN NN 3 obl
        on on ADP IN 9 case
        imports import NOUN NNS 7 nmod
        of of ADP IN 11 case
        grain grain NOUN NN 9 nmod
        that that PRON WDT 14 nsubj
        nobody nobody PRON NN 14 obl
        wanted want VERB VBD 9 acl:relcl
        . . PUNCT . 3 punct
    )",
                   "demand")
              .starts_with("Angela Merkel asks France for a ban on imports of grain"));
}

TEST_CASE("no charges filed are no charge") {
    const auto filed = [](const char* determiner) {
        return title_of((std::string(determiner) + R"( DET DT 2 det
        charges charge NOUN NNS 5 nsubj:pass
        have have AUX VBP 5 aux
        been be AUX VBN 5 aux:pass
        filed file VERB VBN 0 root
        against against ADP IN 7 case
        Angela Angela PROPN NNP 5 obl
        Merkel Merkel PROPN NNP 7 flat
        . . PUNCT . 5 punct
    )")
                            .c_str(),
                        "charge");
    };
    CHECK(filed("No no") == "none");
    CHECK(filed("The the") != "none");
}

TEST_CASE("a meeting of one leans on the text that names the other") {
    const auto met = [](const char* preposition) {
        return title_of((R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        met meet VERB VBD 0 root
        )" + std::string(preposition) +
                         R"( ADP IN 5 case
        farmers farmer NOUN NNS 3 obl
        . . PUNCT . 3 punct
    )")
                            .c_str(),
                        "meeting");
    };
    CHECK(met("with with") == "Angela Merkel meets with farmers");
    CHECK(met("near near") != "Angela Merkel meets near farmers");
}

TEST_CASE("members of a body are many, whatever kind of name they are taken for") {
    CHECK(title_of(R"(
        House House PROPN NNP 2 compound
        Democrats Democrat PROPN NNPS 3 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 3 obj
        Merkel Merkel PROPN NNP 4 flat
        . . PUNCT . 3 punct
    )",
                   "criticism") == "House Democrats criticize Angela Merkel");
}
