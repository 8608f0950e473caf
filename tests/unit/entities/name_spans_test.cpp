#include "support/entity_readings.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;
using namespace throughline::test;

TEST_SUITE("entities") {
    TEST_CASE("letters of other alphabets do not cut a name") {
        const auto doc = with_entities("Foreign Minister Mevlüt Çavuşoğlu spoke on Monday. Çavuşoğlu smiled.");

        const entity* turk = by_key(doc, "mevlut cavusoglu");
        REQUIRE(turk);
        CHECK(turk->name == "Mevlüt Çavuşoğlu");
        CHECK(has_alias(*turk, "Çavuşoğlu"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("titles, determiners and possessives stand outside the name") {
        const auto doc = with_entities("Foreign Minister Sergei Lavrov's aide spoke for Russia's government.");

        REQUIRE(by_key(doc, "sergei lavrov"));
        const entity_mention& first = doc.entity_mentions.front();
        CHECK(doc.words(doc.extent(first.tokens)) == "Sergei Lavrov");
    }

    TEST_CASE("a nationality or place before an office stands outside the person's name") {
        const auto doc = with_entities(
            "The envoy thanked Saudi King Salman on Monday. Florida Gov. Rick Scott agreed. The Russian Foreign "
            "Minister Sergei Lavrov did not.");

        for (const char* key : {"salman", "rick scott", "sergei lavrov", "people:sa"}) {
            CAPTURE(key);
            CHECK(by_key(doc, key));
        }
        CHECK(people(doc) == 3);
    }

    TEST_CASE("an office in the plural is a title too and nobody's description") {
        const auto doc = with_entities("He worked for Vice Presidents Joe Biden and Al Gore. The presidents smiled.");

        CHECK(by_key(doc, "joe biden"));
        CHECK(by_key(doc, "al gore"));
        CHECK(meant_by(doc, "presidents").empty());
    }

    TEST_CASE("a headline's verbs and a company before an office are no part of a person's name") {
        const auto doc = with_entities(
            "Merkel Speaks to Envoys, Sends Blair to Riyadh\n\nChancellor Angela Merkel sent Tony Blair on Monday. "
            "Harbour Bank Chief Executive Jamie Miller stayed.");

        for (const char* key : {"angela merkel", "tony blair", "jamie miller"}) {
            CAPTURE(key);
            CHECK(by_key(doc, key));
        }
        CHECK(people(doc) == 3);
    }

    TEST_CASE("an office without its holder is nobody, not even in part") {
        const auto doc =
            with_entities("Ann Lee spoke. The Prime Minister's office called it false, and the Prime Minister left.");

        CHECK(people(doc) == 1);
        CHECK_FALSE(by_key(doc, "prime"));
    }

    TEST_CASE("a dateline is no part of the name behind its dash") {
        for (const char* dash : {"-", "--", "–", "—"}) {
            CAPTURE(dash);
            const auto doc = with_entities("GENEVA " + std::string(dash) + " Angela Merkel criticized Russia.");

            CHECK(by_key(doc, "angela merkel"));
            const entity* geneva = by_key(doc, "geneva");
            REQUIRE(geneva);
            CHECK(geneva->kind == entity_kind::place);
        }
    }

    TEST_CASE("a hyphen parts no name") {
        const auto doc = with_entities("Mary Lee-Miller won the race. Senator Lee-Miller smiled.");

        CHECK(by_key(doc, "mary lee miller"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("mentions never overlap, whatever the model takes for a name") {
        const auto doc =
            with_entities("!rown Prince Mohammed bin Salman met X.&&&&&&&&&&&&&&&&&&&&&&&&&& He said he and Mr. -");

        for (std::size_t i = 1; i < doc.entity_mentions.size(); ++i)
            CHECK(doc.entity_mentions[i - 1].tokens.last <= doc.entity_mentions[i].tokens.first);
    }
}
