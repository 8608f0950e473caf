#include "extraction/ontology.hpp"

#include "resources/resources.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace throughline;
using namespace throughline::extraction;

namespace {

std::string with_types(const std::string& types) {
    return "{\"version\": 1,\n\"classes\": {\"person\": {\"kinds\": [\"person\"], \"lemmas\": [\"mayor\"]}},\n"
           "\"contexts\": {\"sports\": [\"coach\"]},\n\"light_verbs\": [\"make\"],\n\"types\": [\n" +
           types + "],\n\"derivations\": [[\"sing\", \"song\"]]}\n";
}

std::string complaint_about(const std::string& json) {
    try {
        ontology::read(json, "mine.json");
    } catch (const ontology_error& wrong) {
        return wrong.what();
    }
    return "";
}

}  // namespace

TEST_CASE("the built-in ontology has a definition and an example for every type") {
    const ontology& types = current_ontology();

    CHECK(types.types().size() > 55);
    for (const event_type& type : types.types()) {
        CHECK_FALSE(type.definition.empty());
        CHECK_FALSE(type.example.empty());
    }
}

TEST_CASE("the built-in ontology holds the types that the API names") {
    const ontology& types = current_ontology();
    for (const char* name :
         {"call",        "meeting",         "visit",         "statement",   "congratulation", "criticism",
          "accusation",  "denial",          "demand",        "leak",        "sanctions",      "attack",
          "killing",     "election",        "investigation", "agreement",   "threat",         "expulsion",
          "retaliation", "appointment",     "departure",     "dismissal",   "resignation",    "arrest",
          "charge",      "trial",           "verdict",       "lawsuit",     "protest",        "vote",
          "legislation", "report",          "disclosure",    "warning",     "disaster",       "death",
          "injury",      "military_action", "ceasefire",     "aid",         "support",        "cancellation",
          "publication", "subpoena",        "testimony",     "impeachment", "disappearance",  "search",
          "arrival",     "travel",          "closure",       "release",     "withdrawal",     "refusal",
          "boycott",     "endorsement"}) {
        CAPTURE(name);
        CHECK(types.find_type(name) < types.types().size());
    }
}

TEST_CASE("a derived noun shares the base of its verb") {
    CHECK(current_ontology().base("denial") == "deny");
    CHECK(current_ontology().base("deny") == "deny");
    CHECK(current_ontology().base("table") == "table");
}

TEST_CASE("a user's type and its words are read without recompiling") {
    const ontology types = ontology::read(
        with_types("{\"name\": \"song\", \"definition\": \"Somebody sings.\", \"example\": \"She sang.\",\n"
                   "\"verbs\": [{\"lemma\": \"sing\", \"subject\": [\"person\"]}]}"),
        "mine.json");

    REQUIRE(types.types().size() == 1);
    const auto rules = types.rules(types.words().find("Sing"));
    REQUIRE(rules.size() == 1);
    CHECK(rules[0].strictness == 1);
    const word_set& subject = rules[0].required[static_cast<std::size_t>(slot::subject)];
    CHECK(subject.has(entity_kind::person));
    CHECK(subject.has(types.words().find("mayor")));
    CHECK_FALSE(subject.has(entity_kind::place));
}

TEST_CASE("the strictest rule of a word comes first") {
    const ontology types =
        ontology::read(with_types("{\"name\": \"a\", \"definition\": \"d\", \"example\": \"e\", \"verbs\": [\"sing\", "
                                  "{\"lemma\": \"sing\", \"particle\": \"out\", \"is\": [\"passive\"]}]}"),
                       "mine.json");

    const auto rules = types.rules(types.words().find("sing"));

    REQUIRE(rules.size() == 2);
    CHECK(rules[0].strictness == 2);
}

TEST_CASE("a file that is not JSON is refused with its line") {
    CHECK(complaint_about("{\"version\": 1,\n\"classes\": {,}}").starts_with("mine.json:2: not JSON"));
    CHECK(complaint_about("{} x").starts_with("mine.json:1: not JSON"));
}

TEST_CASE("a wrong member is refused with its line") {
    CHECK(complaint_about("{\"version\": 1}").find("missing member \"classes\"") != std::string::npos);
    CHECK(complaint_about(with_types("{\"name\": \"song\", \"definition\": \"d\",\n\"example\": \"e\",\n\"verbs\": "
                                     "[{\"lemma\": \"sing\", \"colour\": \"red\"}]}"))
              .starts_with("mine.json:8: unknown restriction \"colour\""));
    CHECK(complaint_about(
              with_types("{\"name\": \"song\", \"definition\": \"d\", \"example\": \"e\", \"of\": \"singer\"}"))
              .starts_with("mine.json:6: a role is"));
    CHECK(complaint_about(with_types("{\"name\": \"song\"}")).find("needs a definition") != std::string::npos);
}

TEST_CASE("a type named twice is refused") {
    const std::string one = "{\"name\": \"song\", \"definition\": \"d\", \"example\": \"e\"}";

    CHECK(complaint_about(with_types(one + ",\n" + one)).find("is there twice") != std::string::npos);
}

TEST_CASE("a trigger may have a PLOVER code of its own, which must be a root of PLOVER") {
    const std::string type = R"({"name": "song", "definition": "d", "example": "e", "plover": "SUPPORT",
"verbs": ["sing", {"lemma": "sing", "object": ["mayor"],
"plover": "CODE"}]})";
    const auto coded = [&](std::string code) {
        std::string filled = type;
        filled.replace(filled.find("CODE"), 4, code);
        return with_types(filled);
    };

    const ontology types = ontology::read(coded("ACCUSE/allege"), "mine.json");
    const auto rules = types.rules(types.words().find("sing"));

    REQUIRE(rules.size() == 2);
    CHECK(rules[0].plover == "ACCUSE/allege");
    CHECK(rules[1].plover.empty());
    CHECK(types.types()[0].plover == "SUPPORT");
    CHECK(complaint_about(coded("APPLAUD")) == "mine.json:8: unknown PLOVER root \"APPLAUD\"");
}

TEST_CASE("a trigger outside all types gives way to any type's, however strict it is") {
    const ontology types =
        ontology::read(with_types(R"({"name": "song", "definition": "d", "example": "e", "verbs": ["sing"]},
{"name": "other", "definition": "d", "example": "e", "verbs": [{"lemma": "sing", "object": ["mayor"]}]})"),
                       "mine.json");

    CHECK(types.types()[types.rules(types.words().find("sing"))[0].type].name == "song");
}
