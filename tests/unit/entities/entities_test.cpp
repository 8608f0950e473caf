#include "entities/entities.hpp"

#include "support/entity_readings.hpp"
#include "support/readings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace throughline;
using namespace throughline::test;

TEST_SUITE("entities") {
    TEST_CASE("a full name, a surname and a titled surname are one person") {
        const auto doc = with_entities(
            "President Donald Trump spoke on Monday. Trump said he was glad. Reporters asked President Trump about "
            "it.");

        const entity* trump = by_key(doc, "donald trump");
        REQUIRE(trump);
        CHECK(trump->kind == entity_kind::person);
        CHECK(trump->name == "Donald Trump");
        CHECK(has_alias(*trump, "Trump"));
        CHECK(has_alias(*trump, "President Trump"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("a surname that comes before the full name is the same person") {
        const auto doc = with_entities("Merkel left Berlin on Friday. Chancellor Angela Merkel will return on Sunday.");

        CHECK(by_key(doc, "angela merkel"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("the text of a link that a page pasted behind a name is no part of it") {
        const auto doc = with_entities(
            "President Trump Donald John TrumpSenators wait for the vote spoke on Monday. Donald Trump left early.");

        CHECK(by_key(doc, "donald trump"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("two people of one family stay two") {
        const auto doc = with_entities("Bill Clinton arrived early. Hillary Clinton arrived late. Bill Clinton waved.");

        CHECK(by_key(doc, "bill clinton"));
        CHECK(by_key(doc, "hillary clinton"));
        CHECK(people(doc) == 2);
    }

    TEST_CASE("an acronym in brackets is an alias of the name before it") {
        const auto doc = with_entities(
            "Monitors of the World Health Organization (WHO) came on Monday. The WHO said it would stay.");

        const entity* who = by_key(doc, "world health organization");
        REQUIRE(who);
        CHECK(has_alias(*who, "WHO"));
        CHECK_FALSE(by_key(doc, "who"));
    }

    TEST_CASE("a surname that only titles introduce opens a sentence as well") {
        const auto doc =
            with_entities("Reporters met President Trump on Monday. Trump denied the report. The Trump camp cheered.");

        CHECK(people(doc) == 1);
        CHECK(std::count_if(doc.entity_mentions.begin(), doc.entity_mentions.end(), [&](const auto& mention) {
                  return doc.words(doc.extent(mention.tokens)) == "Trump";
              }) == 3);
    }

    TEST_CASE("a father's name alone is the father") {
        const auto doc =
            with_entities("Crown Prince Mohammed bin Salman spoke. King Salman listened. Mohammed bin Salman left.");

        REQUIRE(by_key(doc, "salman"));
        CHECK(by_key(doc, "mohammed bin salman"));
    }

    TEST_CASE("a lone name that the text uses often is one entity, whatever its places look like") {
        const auto doc = with_entities(
            "Almeida wrote two books about the harbour. For Almeida, the truth came late.\n\n"
            "Friends of Almeida's said the Almeida case would not rest. \"I knew Almeida,\" one of them said.");

        std::vector<std::string> keys;
        for (const entity& known : doc.entities) keys.push_back(known.key);
        CHECK(std::count(keys.begin(), keys.end(), "almeida") == 1);
    }

    TEST_CASE("keys of a document's entities differ") {
        const auto doc = with_entities(
            "Ortega's lawyers came. Nothing like Ortega was ever seen on Ortega Street, said Ortega, who met Ortega's "
            "staff. In Ortega the party trusts.");

        std::vector<std::string> keys;
        for (const entity& known : doc.entities) keys.push_back(known.key);
        std::sort(keys.begin(), keys.end());
        CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    }

    TEST_CASE("a surname with its particle is the one whose full name ends with it") {
        const auto doc = with_entities(
            "Crown Prince Mohammed bin Salman flew to Paris. Nothing could have happened without bin Salman's "
            "knowledge. Bin Salman denied it.");

        const entity* prince = by_key(doc, "mohammed bin salman");
        REQUIRE(prince);
        CHECK(has_alias(*prince, "bin Salman"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("a surname with its particle that two brothers bear is neither of them") {
        const auto doc = with_entities(
            "Mohammed bin Salman met Khalid bin Salman in Riyadh. Neighbours far away said bin Salman was tired.");

        REQUIRE(by_key(doc, "mohammed bin salman"));
        REQUIRE(by_key(doc, "khalid bin salman"));
        CHECK_FALSE(has_alias(*by_key(doc, "mohammed bin salman"), "bin Salman"));
        CHECK_FALSE(has_alias(*by_key(doc, "khalid bin salman"), "bin Salman"));
    }

    TEST_CASE("an organisation whose acronym the text tells is one name") {
        const auto doc = with_entities(
            "Monitors of the Organization for Security and Co-operation in Europe came on Monday. "
            "The OSCE said they would stay.");

        const entity* osce = by_key(doc, "organization for security and co operation in europe");
        REQUIRE(osce);
        CHECK(osce->kind == entity_kind::organization);
        CHECK(has_alias(*osce, "OSCE"));
    }

    TEST_CASE("who made a picture takes no part in the story") {
        const auto doc = with_entities(
            "Angela Merkel left Berlin on Monday. Photograph: Ann Miller/Picture Press\n\n"
            "(Photo: Martin Berg/AFP/Getty Images)\n\nREUTERS/Jonathan Hill/File Photo");

        CHECK(by_key(doc, "angela merkel"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("a picture by somebody who is in the story takes nobody out of it") {
        const auto doc =
            with_entities("Ann Miller won a prize on Monday. Miller was glad.\n\nPhoto: Ann Miller/Picture Press");

        CHECK(by_key(doc, "ann miller"));
    }

    TEST_CASE("a short form of an organisation's name is no person") {
        const auto doc = with_entities(
            "The patient was flown to Emory University Hospital in Atlanta. A doctor told reporters that the transfer "
            "to Emory was quick. The Obama Administration paid.");

        CHECK(people(doc) == 0);
    }

    TEST_CASE("a name without a clue is what the document takes it for elsewhere") {
        const auto kind_of_lone_name = [](std::string text) {
            const auto doc = with_entities(std::move(text));
            const entity* found = by_key(doc, "tarvola");
            return found ? found->kind : entity_kind::other;
        };

        CHECK(kind_of_lone_name("Rebels shelled the city of Tarvola. Officials fled to Tarvola. Tarvola fell.") ==
              entity_kind::place);
        CHECK(kind_of_lone_name("Mr. Tarvola spoke. Tarvola, 54, said he was glad. Tarvola fell.") ==
              entity_kind::person);
    }

    TEST_CASE("text without tags and dependencies is read too") {
        document doc =
            test::tokenized("Angela Merkel left. She waved. \"He is late,\" Merkel said of Emmanuel Macron.");

        entities::find(doc);

        CHECK(people(doc) == 2);
    }

    TEST_CASE("two thousand namesakes and as many pronouns do not stop it") {
        std::string text;
        for (int i = 0; i < 2000; ++i)
            text += "President A" + std::to_string(i) + " Smith told Smith he saw the president. ";

        const auto doc = with_entities(std::move(text));

        CHECK(doc.entity_mentions.size() > 1000);
    }

    TEST_CASE("a document without words has no entities") {
        CHECK(with_entities("").entities.empty());
        CHECK(with_entities("\n\n  \n").entities.empty());
    }

    TEST_CASE("an acronym may leave out what \"and\" adds to a name") {
        const auto doc = with_entities(
            "The Office for Rivers and Lakes was founded in 1950. The Council for Road Safety and Traffic met on "
            "Monday. "
            "The CRS chose a new chairman.");

        const entity* council = by_key(doc, "council for road safety and traffic");
        REQUIRE(council);
        CHECK(has_alias(*council, "CRS"));
    }
}
