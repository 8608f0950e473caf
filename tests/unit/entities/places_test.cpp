#include "support/entity_readings.hpp"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::test;

TEST_SUITE("entities") {
    TEST_CASE("names of a country are one entity with the country's key") {
        const auto doc = with_entities("The United States agreed. Officials in the U.S. met envoys of Russia.");

        const entity* states = by_key(doc, "country:us");
        REQUIRE(states);
        CHECK(states->kind == entity_kind::place);
        CHECK(states->name == "United States");
        CHECK(has_alias(*states, "U.S."));
        CHECK(by_key(doc, "country:ru"));
    }

    TEST_CASE("capitals and seats are names of their own with the country as an alias") {
        const auto doc = with_entities("Moscow denied it. The Kremlin called the report false, and London disagreed.");

        const entity* moscow = by_key(doc, "moscow");
        const entity* kremlin = by_key(doc, "kremlin");
        REQUIRE(moscow);
        REQUIRE(kremlin);
        CHECK(has_alias(*moscow, "Russia"));
        CHECK(has_alias(*kremlin, "Russia"));
        CHECK(kremlin->kind == entity_kind::place);
        CHECK_FALSE(by_key(doc, "country:ru"));
    }

    TEST_CASE("a place that a dateline shouts is the place") {
        const auto doc = with_entities("MOSCOW (Reuters) - Envoys came on Monday. They left Moscow on Tuesday.");

        const entity* moscow = by_key(doc, "moscow");
        REQUIRE(moscow);
        CHECK(moscow->name == "Moscow");
    }

    TEST_CASE("a people is a group and no place") {
        const auto doc = with_entities("The Turks agreed. Many Kurds did not, and the French waited.");

        for (const char* key : {"people:tr", "people:fr"}) {
            CAPTURE(key);
            const entity* people = by_key(doc, key);
            REQUIRE(people);
            CHECK(people->kind == entity_kind::group);
        }
    }

    TEST_CASE("a nationality and a noun for people are one name with the country as an alias") {
        const auto doc = with_entities("Turkish officials spoke to reporters. U.S. intelligence officials did not.");

        const entity* turks = by_key(doc, "turkish officials");
        REQUIRE(turks);
        CHECK(turks->kind == entity_kind::group);
        CHECK(has_alias(*turks, "Turkey"));
        CHECK(has_alias(*turks, "Turkish"));
        const entity* americans = by_key(doc, "us intelligence officials");
        REQUIRE(americans);
        CHECK(has_alias(*americans, "United States"));
    }

    TEST_CASE("a party of a state is the state and the party, a people of two words is one") {
        const auto doc = with_entities(
            "The Ohio Republicans met on Monday. A Kentucky Republican spoke to African Americans about it.");

        const entity* party = by_key(doc, "people:republican");
        REQUIRE(party);
        CHECK(party->kind == entity_kind::group);
        CHECK(by_key(doc, "ohio"));
        CHECK(by_key(doc, "kentucky"));
        CHECK_FALSE(by_key(doc, "kentucky republican"));
        CHECK_FALSE(by_key(doc, "african"));
    }

    TEST_CASE("a country's name within a longer name is no country") {
        const auto doc = with_entities(
            "Voters in New Jersey stood in line. The governor of New Jersey thanked them. A court in New Mexico opened "
            "late, and lawyers in New Mexico waited.");

        CHECK_FALSE(by_key(doc, "country:je"));
        CHECK_FALSE(by_key(doc, "country:mx"));
    }
}
