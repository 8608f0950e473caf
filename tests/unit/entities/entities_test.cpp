#include "entities/entities.hpp"

#include "text/tokenize.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace {

using namespace throughline;

document read(std::string text) {
    document doc;
    doc.text = std::move(text);
    text::tokenize(doc);
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

    TEST_CASE("a document without words has no entities") {
        CHECK(read("").entities.empty());
        CHECK(read("\n\n  \n").entities.empty());
    }
}
