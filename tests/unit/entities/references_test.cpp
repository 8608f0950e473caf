#include "support/entity_readings.hpp"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::test;

TEST_SUITE("entities") {
    TEST_CASE("an office stands for the one who holds it") {
        const auto doc = with_entities(
            "Russian President Vladimir Putin met French President Emmanuel Macron. The Russian president smiled.");

        CHECK(meant_by(doc, "president") == "vladimir putin");
    }

    TEST_CASE("an office that two people hold close by stands for neither") {
        const auto doc = with_entities("President Vladimir Putin met President Emmanuel Macron. The president smiled.");

        CHECK(meant_by(doc, "president").empty());
    }

    TEST_CASE("a pronoun means the one person of the sentence before") {
        const auto doc = with_entities("Angela Merkel came to Paris on Monday. She left on Tuesday.");

        CHECK(meant_by(doc, "She") == "angela merkel");
    }

    TEST_CASE("a pronoun that could mean two people means nobody") {
        const auto doc =
            with_entities("Reporters photographed Bill Clinton with Tony Blair. Later his car broke down.");

        CHECK(meant_by(doc, "his").empty());
    }

    TEST_CASE("what somebody is praised or blamed for is his own") {
        const auto doc = with_entities("Tony Blair congratulated Bill Clinton on his victory.");
        CHECK(meant_by(doc, "his") == "bill clinton");

        const auto other = with_entities("Tony Blair joined Bill Clinton on his plane.");
        CHECK(meant_by(other, "his") == "");
    }

    TEST_CASE("a pronoun that could mean somebody without a name means nobody") {
        const auto doc = with_entities("Tony Blair spoke first. An official told reporters that he was tired.");

        CHECK(meant_by(doc, "he").empty());
    }

    TEST_CASE("a noun that the name behind the verb says who it is means nobody else") {
        const auto doc = with_entities("The doctor is Hillary Clinton, a cousin of the mayor. She left on Tuesday.");

        CHECK(meant_by(doc, "She") == "hillary clinton");
    }

    TEST_CASE("he is not she") {
        const auto doc = with_entities("Hillary Clinton thanked Tony Blair. He was glad. She was not.");

        CHECK(meant_by(doc, "He") == "tony blair");
        CHECK(meant_by(doc, "She") == "hillary clinton");
    }

    TEST_CASE("an institution of one kind stands for the one named before") {
        const auto doc = with_entities(
            "Two patients came to Marlow General Hospital on Monday. The hospital sent them home on Tuesday.");

        CHECK(meant_by(doc, "hospital") == "marlow general hospital");
    }

    TEST_CASE("an institution that one of two of its kind could be is neither") {
        const auto doc = with_entities(
            "He moved from Marlow General Hospital to Henley University Hospital. The hospital said nothing.");

        CHECK(meant_by(doc, "hospital").empty());
    }

    TEST_CASE("an institution that was introduced without a name is none that was named") {
        const auto doc = with_entities(
            "He fell ill near Marlow General Hospital. A small hospital took him in. The hospital said nothing.");

        CHECK(meant_by(doc, "hospital").empty());
    }
}
