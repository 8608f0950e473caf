#include "support/mentions.hpp"

#include <doctest/doctest.h>

#include <string>

using throughline::test::title_of;

TEST_CASE("a verb that says an event by its negation is negated as English does") {
    CHECK(title_of(R"(
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
    CHECK(title_of(R"(
        Officials official NOUN NNS 2 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct
    )",
                   "criticism") == "Officials criticize Angela Merkel");
}

TEST_CASE("a noun's title leaves out what is merely coordinated with it and leads with no function word") {
    CHECK(title_of(R"(
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

TEST_CASE("a title keeps the clause that tells which one a noun means") {
    CHECK(title_of(R"(
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
                   "criticism") == "Officials criticize Angela Merkel for a plan that many reject");
}

TEST_CASE("a title leaves out the date with its preposition and what a comma sets off") {
    CHECK(title_of(R"(
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

TEST_CASE("an event that the last word of a text tells of has a title") {
    const std::string told = title_of(R"(
        Officials official NOUN NNS 2 nsubj
        investigated investigate VERB VBD 0 root
        Angela Angela PROPN NNP 6 nmod:poss
        Merkel Merkel PROPN NNP 3 flat
        's 's PART POS 3 case
        assassination assassination NOUN NN 2 obj
    )",
                                      "killing");
    CHECK(told.starts_with("Angela Merkel"));
}

TEST_CASE("a dateline is not the subject of the first sentence") {
    CHECK(title_of(R"(
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
    CHECK(title_of(R"(
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
    CHECK(title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        agreed agree VERB VBD 0 root
        to to PART TO 5 mark
        shelter shelter VERB VB 3 xcomp
        two two NUM CD 7 nummod
        fugitives fugitive NOUN NNS 5 obj
        . . PUNCT . 3 punct
    )",
                   "agreement") == "Angela Merkel agrees to shelter two fugitives");
}

TEST_CASE("a particle stays with its verb") {
    CHECK(title_of(R"(
        Angela Angela PROPN NNP 4 nsubj:pass
        Merkel Merkel PROPN NNP 1 flat
        was be AUX VBD 4 aux:pass
        sworn swear VERB VBN 0 root
        in in ADP RP 4 compound:prt
        . . PUNCT . 4 punct
    )",
                   "appointment") == "Angela Merkel sworn in");
}

TEST_CASE("a title leans on its text where a noun alone does not say which one is meant") {
    const std::string bare = title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        criticized criticize VERB VBD 0 root
        the the DET DT 5 det
        plan plan NOUN NN 3 obj
        . . PUNCT . 3 punct
    )",
                                      "criticism");
    CHECK(bare == "Angela Merkel criticizes the plan\u2026");

    const std::string described = title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        criticized criticize VERB VBD 0 root
        the the DET DT 6 det
        Finnish Finnish ADJ JJ 6 amod
        plan plan NOUN NN 3 obj
        . . PUNCT . 3 punct
    )",
                                           "criticism");
    CHECK(described == "Angela Merkel criticizes the Finnish plan");

    const std::string known = title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        criticized criticize VERB VBD 0 root
        the the DET DT 5 det
        government government NOUN NN 3 obj
        . . PUNCT . 3 punct
    )",
                                       "criticism");
    CHECK(known == "Angela Merkel criticizes the government");
}

TEST_CASE("a title leans on its text where a pronoun means nobody before it") {
    const std::string this_one = title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        criticized criticize VERB VBD 0 root
        this this PRON DT 3 obj
        . . PUNCT . 3 punct
    )",
                                          "criticism");
    CHECK(this_one == "Angela Merkel criticizes this\u2026");
}

TEST_CASE("a name and its verb are a title, another word and its verb are none that stands alone") {
    const std::string named = title_of(R"(
        Russia Russia PROPN NNP 2 nsubj
        withdrew withdraw VERB VBD 0 root
        . . PUNCT . 2 punct
    )",
                                       "withdrawal");
    CHECK(named == "Russia withdraws");

    const std::string described = title_of(R"(
        The the DET DT 2 det
        governor governor NOUN NN 3 nsubj
        resigned resign VERB VBD 0 root
        . . PUNCT . 3 punct
    )",
                                           "resignation");
    CHECK(described == "Governor resigns\u2026");
}

TEST_CASE("of a long quotation a later sentence stands where the first begins with another one's pronoun") {
    CHECK(title_of(R"(
        “ “ PUNCT `` 4 punct
        They they PRON PRP 4 nsubj
        were be AUX VBD 4 cop
        late late ADJ JJ 0 root
        about about ADP IN 7 case
        the the DET DT 7 det
        cost cost NOUN NN 4 obl
        of of ADP IN 11 case
        the the DET DT 11 det
        northern northern ADJ JJ 11 amod
        bridge bridge NOUN NN 7 nmod
        for for ADP IN 15 case
        the the DET DT 15 det
        two two NUM CD 15 nummod
        towns town NOUN NNS 4 obl
        . . PUNCT . 4 punct

        One one NUM CD 2 nummod
        bridge bridge NOUN NN 4 nsubj
        will will AUX MD 4 aux
        cost cost VERB VB 10 ccomp
        three three NUM CD 6 compound
        million million NUM CD 4 obj
        , , PUNCT , 10 punct
        ” ” PUNCT '' 10 punct
        Angela Angela PROPN NNP 10 nsubj
        said say VERB VBD 0 root
        . . PUNCT . 10 punct
    )",
                   "statement") == "Angela says “One bridge will cost three million”");
}

TEST_CASE("a title does not end between two verbs and the object that they share") {
    CHECK(title_of(R"(
        France France PROPN NNP 2 nsubj
        promised promise VERB VBD 0 root
        to to PART TO 4 mark
        close close VERB VB 2 xcomp
        or or CCONJ CC 6 cc
        sell sell VERB VB 4 conj
        the the DET DT 10 det
        oldest old ADJ JJS 10 amod
        northern northern ADJ JJ 10 amod
        mine mine NOUN NN 6 obj
        . . PUNCT . 2 punct
    )",
                   "statement") != "France promises to close");
}

TEST_CASE("a number alone as subject is plural and leans on its text") {
    CHECK(title_of(R"(
        Two two NUM CD 2 nsubj
        criticized criticize VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct
    )",
                   "criticism") == "Two criticize Angela Merkel…");
}

TEST_CASE("a quotation leans on its text where a word of it means something said elsewhere") {
    CHECK(title_of(R"(
        “ “ PUNCT `` 4 punct
        Nobody nobody PRON NN 4 nsubj
        will will AUX MD 4 aux
        forget forget VERB VB 10 ccomp
        that that PRON DT 4 obj
        in in ADP IN 7 case
        Leeds Leeds PROPN NNP 4 obl
        , , PUNCT , 10 punct
        ” ” PUNCT '' 4 punct
        said say VERB VBD 0 root
        Angela Angela PROPN NNP 10 nsubj
        . . PUNCT . 10 punct
    )",
                   "statement")
              .ends_with("…"));
    const auto towns = [](const char* object) {
        return title_of((std::string(R"(
        “ “ PUNCT `` 4 punct
        Many many ADJ JJ 3 amod
        towns town NOUN NNS 4 nsubj
        want want VERB VBP 9 ccomp
        )") + object + R"( 6 nmod:poss
        money money NOUN NN 4 obj
        , , PUNCT , 9 punct
        ” ” PUNCT '' 4 punct
        said say VERB VBD 0 root
        Angela Angela PROPN NNP 9 nsubj
        . . PUNCT . 9 punct
    )")
                            .c_str(),
                        "statement");
    };
    CHECK(towns("their their PRON PRP$") == "Angela says “Many towns want their money”");
    CHECK(towns("her her PRON PRP$").ends_with("…"));
}

TEST_CASE("an article fits the word behind a date that is left out") {
    CHECK(title_of(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        died die VERB VBD 0 root
        after after ADP IN 8 case
        a a DET DT 8 det
        March March PROPN NNP 8 compound
        11 11 NUM CD 6 nummod
        attack attack NOUN NN 3 obl
        in in ADP IN 10 case
        Leeds Leeds PROPN NNP 8 nmod
        . . PUNCT . 3 punct
    )",
                   "death") == "Angela Merkel dies after an attack in Leeds");
}
