#include "language/tag.hpp"

#include "support/readings.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string penn(std::string text) {
    const auto doc = throughline::test::tagged(std::move(text));
    std::string out;
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
        if (i > 0) out += ' ';
        out += doc.word(i);
        out += '/';
        out += name(doc.tokens[i].penn);
    }
    return out;
}

std::string lemmas(std::string text) {
    const auto doc = throughline::test::tagged(std::move(text));
    std::string out;
    for (const auto& token : doc.tokens) {
        if (!out.empty()) out += ' ';
        out += token.lemma;
    }
    return out;
}

}  // namespace

TEST_SUITE("tag") {
    TEST_CASE("a plain sentence gets its Penn tags") {
        CHECK(penn("The minister met two envoys in Paris on Monday.") ==
              "The/DT minister/NN met/VBD two/CD envoys/NNS in/IN Paris/NNP on/IN Monday/NNP ./.");
    }

    TEST_CASE("the universal part of speech tells auxiliaries from verbs") {
        const auto doc = throughline::test::tagged("They have left.");
        REQUIRE(doc.tokens.size() == 4);
        CHECK(doc.tokens[0].pos == throughline::upos::pron);
        CHECK(doc.tokens[1].pos == throughline::upos::aux);
        CHECK(doc.tokens[2].pos == throughline::upos::verb);
        CHECK(doc.tokens[3].pos == throughline::upos::punct);
    }

    TEST_CASE("straight quotation marks open and close by the blanks around them") {
        CHECK(penn("He said \"yes\".") == "He/PRP said/VBD \"/`` yes/UH \"/'' ./.");
    }

    TEST_CASE("lemmas of regular and irregular forms") {
        CHECK(lemmas("The ministers' children went home and didn't speak.") ==
              "the minister 's child go home and do not speak .");
        CHECK(lemmas("They congratulated the winners.") == "they congratulate the winner .");
        CHECK(lemmas("Two had died and one had fled.") == "two have die and one have flee .");
        CHECK(lemmas("She had flown home.") == "she have fly home .");
    }

    TEST_CASE("names keep their capitals in the lemma") {
        CHECK(lemmas("Trump flew to Geneva.") == "Trump fly to Geneva .");
    }

    TEST_CASE("any text gets tags") {
        for (const char* text :
             {"", "!!!", "ŁÓDŹ", "\xf0\x9f\x98\x80 \xf0\x9f\x98\x80", "s' 's n't", "\"", "....", "ß"}) {
            const auto doc = throughline::test::tagged(text);
            for (const auto& token : doc.tokens) CHECK_FALSE(token.lemma.empty());
        }
    }
}
