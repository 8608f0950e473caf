#include "entities/entities.hpp"

#include "support/readings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace {

using namespace throughline;

document read(std::string text) {
    document doc = test::parsed(std::move(text));
    entities::find(doc);
    return doc;
}

const entity* by_key(const document& doc, std::string_view key) {
    for (const entity& candidate : doc.entities)
        if (candidate.key == key) return &candidate;
    return nullptr;
}

bool has_alias(const entity& who, std::string_view alias) {
    return std::find(who.aliases.begin(), who.aliases.end(), alias) != who.aliases.end();
}

std::size_t people(const document& doc) {
    return static_cast<std::size_t>(
        std::count_if(doc.entities.begin(), doc.entities.end(),
                      [](const entity& candidate) { return candidate.kind == entity_kind::person; }));
}

/// The key of whom a pronoun or description means, empty for nobody.
std::string meant_by(const document& doc, std::string_view words) {
    for (const entity_mention& mention : doc.entity_mentions)
        if (!mention.named && doc.words(doc.extent(mention.tokens)) == words) return doc.entities[mention.entity].key;
    return "";
}

}  // namespace

TEST_SUITE("entities") {
    TEST_CASE("a full name, a surname and a titled surname are one person") {
        const auto doc = read(
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
        const auto doc = read("Merkel left Berlin on Friday. Chancellor Angela Merkel will return on Sunday.");

        CHECK(by_key(doc, "angela merkel"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("two people of one family stay two") {
        const auto doc = read("Bill Clinton arrived early. Hillary Clinton arrived late. Bill Clinton waved.");

        CHECK(by_key(doc, "bill clinton"));
        CHECK(by_key(doc, "hillary clinton"));
        CHECK(people(doc) == 2);
    }

    TEST_CASE("names of a country are one entity with the country's key") {
        const auto doc = read("The United States agreed. Officials in the U.S. met envoys of Russia.");

        const entity* states = by_key(doc, "country:us");
        REQUIRE(states);
        CHECK(states->kind == entity_kind::place);
        CHECK(states->name == "United States");
        CHECK(has_alias(*states, "U.S."));
        CHECK(by_key(doc, "country:ru"));
    }

    TEST_CASE("capitals and seats are names of their own with the country as an alias") {
        const auto doc = read("Moscow denied it. The Kremlin called the report false, and London disagreed.");

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
        const auto doc = read("MOSCOW (Reuters) - Envoys came on Monday. They left Moscow on Tuesday.");

        const entity* moscow = by_key(doc, "moscow");
        REQUIRE(moscow);
        CHECK(moscow->name == "Moscow");
    }

    TEST_CASE("a people is a group and no place") {
        const auto doc = read("The Turks agreed. Many Kurds did not, and the French waited.");

        for (const char* key : {"people:tr", "people:fr"}) {
            CAPTURE(key);
            const entity* people = by_key(doc, key);
            REQUIRE(people);
            CHECK(people->kind == entity_kind::group);
        }
    }

    TEST_CASE("letters of other alphabets do not cut a name") {
        const auto doc = read("Foreign Minister Mevlüt Çavuşoğlu spoke on Monday. Çavuşoğlu smiled.");

        const entity* turk = by_key(doc, "mevlut cavusoglu");
        REQUIRE(turk);
        CHECK(turk->name == "Mevlüt Çavuşoğlu");
        CHECK(has_alias(*turk, "Çavuşoğlu"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("an acronym in brackets is an alias of the name before it") {
        const auto doc =
            read("Monitors of the World Health Organization (WHO) came on Monday. The WHO said it would stay.");

        const entity* who = by_key(doc, "world health organization");
        REQUIRE(who);
        CHECK(has_alias(*who, "WHO"));
        CHECK_FALSE(by_key(doc, "who"));
    }

    TEST_CASE("titles, determiners and possessives stand outside the name") {
        const auto doc = read("Foreign Minister Sergei Lavrov's aide spoke for Russia's government.");

        REQUIRE(by_key(doc, "sergei lavrov"));
        const entity_mention& first = doc.entity_mentions.front();
        CHECK(doc.words(doc.extent(first.tokens)) == "Sergei Lavrov");
    }

    TEST_CASE("a nationality and a noun for people are one name with the country as an alias") {
        const auto doc = read("Turkish officials spoke to reporters. U.S. intelligence officials did not.");

        const entity* turks = by_key(doc, "turkish officials");
        REQUIRE(turks);
        CHECK(turks->kind == entity_kind::group);
        CHECK(has_alias(*turks, "Turkey"));
        CHECK(has_alias(*turks, "Turkish"));
        const entity* americans = by_key(doc, "us intelligence officials");
        REQUIRE(americans);
        CHECK(has_alias(*americans, "United States"));
    }

    TEST_CASE("an office stands for the one who holds it") {
        const auto doc = read(
            "Russian President Vladimir Putin met French President Emmanuel Macron. The Russian president smiled.");

        CHECK(meant_by(doc, "president") == "vladimir putin");
    }

    TEST_CASE("an office that two people hold close by stands for neither") {
        const auto doc = read("President Vladimir Putin met President Emmanuel Macron. The president smiled.");

        CHECK(meant_by(doc, "president").empty());
    }

    TEST_CASE("a pronoun means the one person of the sentence before") {
        const auto doc = read("Angela Merkel came to Paris on Monday. She left on Tuesday.");

        CHECK(meant_by(doc, "She") == "angela merkel");
    }

    TEST_CASE("a pronoun that could mean two people means nobody") {
        const auto doc = read("Reporters photographed Bill Clinton with Tony Blair. Later his car broke down.");

        CHECK(meant_by(doc, "his").empty());
    }

    TEST_CASE("a pronoun that could mean somebody without a name means nobody") {
        const auto doc = read("Tony Blair spoke first. An official told reporters that he was tired.");

        CHECK(meant_by(doc, "he").empty());
    }

    TEST_CASE("he is not she") {
        const auto doc = read("Hillary Clinton thanked Tony Blair. He was glad. She was not.");

        CHECK(meant_by(doc, "He") == "tony blair");
        CHECK(meant_by(doc, "She") == "hillary clinton");
    }

    TEST_CASE("a surname that only titles introduce opens a sentence as well") {
        const auto doc =
            read("Reporters met President Trump on Monday. Trump denied the report. The Trump camp cheered.");

        CHECK(people(doc) == 1);
        CHECK(std::count_if(doc.entity_mentions.begin(), doc.entity_mentions.end(), [&](const auto& mention) {
                  return doc.words(doc.extent(mention.tokens)) == "Trump";
              }) == 3);
    }

    TEST_CASE("a father's name alone is the father") {
        const auto doc =
            read("Crown Prince Mohammed bin Salman spoke. King Salman listened. Mohammed bin Salman left.");

        REQUIRE(by_key(doc, "salman"));
        CHECK(by_key(doc, "mohammed bin salman"));
    }

    TEST_CASE("mentions never overlap, whatever the model takes for a name") {
        const auto doc = read("!rown Prince Mohammed bin Salman met X.&&&&&&&&&&&&&&&&&&&&&&&&&& He said he and Mr. -");

        for (std::size_t i = 1; i < doc.entity_mentions.size(); ++i)
            CHECK(doc.entity_mentions[i - 1].tokens.last <= doc.entity_mentions[i].tokens.first);
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

        const auto doc = read(std::move(text));

        CHECK(doc.entity_mentions.size() > 1000);
    }

    TEST_CASE("a document without words has no entities") {
        CHECK(read("").entities.empty());
        CHECK(read("\n\n  \n").entities.empty());
    }
}
