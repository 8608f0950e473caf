#include "entities/entities.hpp"

#include "support/readings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

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

    TEST_CASE("what somebody is praised or blamed for is his own") {
        const auto doc = read("Tony Blair congratulated Bill Clinton on his victory.");
        CHECK(meant_by(doc, "his") == "bill clinton");

        const auto other = read("Tony Blair joined Bill Clinton on his plane.");
        CHECK(meant_by(other, "his") == "");
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

    TEST_CASE("a lone name that the text uses often is one entity, whatever its places look like") {
        const auto doc = read(
            "Almeida wrote two books about the harbour. For Almeida, the truth came late.\n\n"
            "Friends of Almeida's said the Almeida case would not rest. \"I knew Almeida,\" one of them said.");

        std::vector<std::string> keys;
        for (const entity& known : doc.entities) keys.push_back(known.key);
        CHECK(std::count(keys.begin(), keys.end(), "almeida") == 1);
    }

    TEST_CASE("keys of a document's entities differ") {
        const auto doc = read(
            "Ortega's lawyers came. Nothing like Ortega was ever seen on Ortega Street, said Ortega, who met Ortega's "
            "staff. In Ortega the party trusts.");

        std::vector<std::string> keys;
        for (const entity& known : doc.entities) keys.push_back(known.key);
        std::sort(keys.begin(), keys.end());
        CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    }

    TEST_CASE("a surname with its particle is the one whose full name ends with it") {
        const auto doc = read(
            "Crown Prince Mohammed bin Salman flew to Paris. Nothing could have happened without bin Salman's "
            "knowledge. Bin Salman denied it.");

        const entity* prince = by_key(doc, "mohammed bin salman");
        REQUIRE(prince);
        CHECK(has_alias(*prince, "bin Salman"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("a surname with its particle that two brothers bear is neither of them") {
        const auto doc =
            read("Mohammed bin Salman met Khalid bin Salman in Riyadh. Neighbours far away said bin Salman was tired.");

        REQUIRE(by_key(doc, "mohammed bin salman"));
        REQUIRE(by_key(doc, "khalid bin salman"));
        CHECK_FALSE(has_alias(*by_key(doc, "mohammed bin salman"), "bin Salman"));
        CHECK_FALSE(has_alias(*by_key(doc, "khalid bin salman"), "bin Salman"));
    }

    TEST_CASE("a nationality or place before an office stands outside the person's name") {
        const auto doc = read(
            "The envoy thanked Saudi King Salman on Monday. Florida Gov. Rick Scott agreed. The Russian Foreign "
            "Minister Sergei Lavrov did not.");

        for (const char* key : {"salman", "rick scott", "sergei lavrov", "people:sa"}) {
            CAPTURE(key);
            CHECK(by_key(doc, key));
        }
        CHECK(people(doc) == 3);
    }

    TEST_CASE("an office in the plural is a title too and nobody's description") {
        const auto doc = read("He worked for Vice Presidents Joe Biden and Al Gore. The presidents smiled.");

        CHECK(by_key(doc, "joe biden"));
        CHECK(by_key(doc, "al gore"));
        CHECK(meant_by(doc, "presidents").empty());
    }

    TEST_CASE("an organisation whose acronym the text tells is one name") {
        const auto doc = read(
            "Monitors of the Organization for Security and Co-operation in Europe came on Monday. "
            "The OSCE said they would stay.");

        const entity* osce = by_key(doc, "organization for security and co operation in europe");
        REQUIRE(osce);
        CHECK(osce->kind == entity_kind::organization);
        CHECK(has_alias(*osce, "OSCE"));
    }

    TEST_CASE("who made a picture takes no part in the story") {
        const auto doc = read(
            "Angela Merkel left Berlin on Monday. Photograph: Ann Miller/Picture Press\n\n"
            "(Photo: Martin Berg/AFP/Getty Images)\n\nREUTERS/Jonathan Hill/File Photo");

        CHECK(by_key(doc, "angela merkel"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("a picture by somebody who is in the story takes nobody out of it") {
        const auto doc = read("Ann Miller won a prize on Monday. Miller was glad.\n\nPhoto: Ann Miller/Picture Press");

        CHECK(by_key(doc, "ann miller"));
    }

    TEST_CASE("a short form of an organisation's name is no person") {
        const auto doc = read(
            "The patient was flown to Emory University Hospital in Atlanta. A doctor told reporters that the transfer "
            "to Emory was quick. The Obama Administration paid.");

        CHECK(people(doc) == 0);
    }

    TEST_CASE("a headline's verbs and a company before an office are no part of a person's name") {
        const auto doc = read(
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
            read("Ann Lee spoke. The Prime Minister's office called it false, and the Prime Minister left.");

        CHECK(people(doc) == 1);
        CHECK_FALSE(by_key(doc, "prime"));
    }

    TEST_CASE("a party of a state is the state and the party, a people of two words is one") {
        const auto doc =
            read("The Ohio Republicans met on Monday. A Kentucky Republican spoke to African Americans about it.");

        const entity* party = by_key(doc, "people:republican");
        REQUIRE(party);
        CHECK(party->kind == entity_kind::group);
        CHECK(by_key(doc, "ohio"));
        CHECK(by_key(doc, "kentucky"));
        CHECK_FALSE(by_key(doc, "kentucky republican"));
        CHECK_FALSE(by_key(doc, "african"));
    }

    TEST_CASE("a dateline is no part of the name behind its dash") {
        for (const char* dash : {"-", "--", "–", "—"}) {
            CAPTURE(dash);
            const auto doc = read("GENEVA " + std::string(dash) + " Angela Merkel criticized Russia.");

            CHECK(by_key(doc, "angela merkel"));
            const entity* geneva = by_key(doc, "geneva");
            REQUIRE(geneva);
            CHECK(geneva->kind == entity_kind::place);
        }
    }

    TEST_CASE("a hyphen parts no name") {
        const auto doc = read("Mary Lee-Miller won the race. Senator Lee-Miller smiled.");

        CHECK(by_key(doc, "mary lee miller"));
        CHECK(people(doc) == 1);
    }

    TEST_CASE("a country's name within a longer name is no country") {
        const auto doc = read(
            "Voters in New Jersey stood in line. The governor of New Jersey thanked them. A court in New Mexico opened "
            "late, and lawyers in New Mexico waited.");

        CHECK_FALSE(by_key(doc, "country:je"));
        CHECK_FALSE(by_key(doc, "country:mx"));
    }

    TEST_CASE("a name without a clue is what the document takes it for elsewhere") {
        const auto kind_of_lone_name = [](std::string text) {
            const auto doc = read(std::move(text));
            const entity* found = by_key(doc, "tarvola");
            return found ? found->kind : entity_kind::other;
        };

        CHECK(kind_of_lone_name("Rebels shelled the city of Tarvola. Officials fled to Tarvola. Tarvola fell.") ==
              entity_kind::place);
        CHECK(kind_of_lone_name("Mr. Tarvola spoke. Tarvola, 54, said he was glad. Tarvola fell.") ==
              entity_kind::person);
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
