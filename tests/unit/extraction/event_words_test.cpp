#include "extraction/event_words.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;

namespace {

std::vector<std::string> words_of(const document& doc) {
    std::vector<std::string> words;
    for (const auto& word : extraction::event_words(doc)) words.emplace_back(doc.words(doc.extent(word.words)));
    return words;
}

}  // namespace

TEST_SUITE("event_words") {
    TEST_CASE("verbs and nouns that tell of events are found, things and people are not") {
        const document doc = test::read_events(R"(
            The the DET DT 2 det
            earthquake earthquake NOUN NN 3 nsubj
            killed kill VERB VBD 0 root
            a a DET DT 5 det
            farmer farmer NOUN NN 3 obj
            near near ADP IN 8 case
            the the DET DT 8 det
            river river NOUN NN 3 obl
            . . PUNCT . 3 punct
        )");

        CHECK(words_of(doc) == std::vector<std::string>{"earthquake", "killed"});
    }

    TEST_CASE("two words that mean one event are told as one") {
        const document doc = test::read_events(R"(
            A a DET DT 3 det
            heart heart NOUN NN 3 compound
            attack attack NOUN NN 4 nsubj
            took take VERB VBD 0 root
            place place NOUN NN 4 obj
            . . PUNCT . 4 punct
        )");

        CHECK(words_of(doc) == std::vector<std::string>{"heart attack", "took place"});
    }

    TEST_CASE("a verb is told with its particle") {
        const document doc = test::read_events(R"(
            A a DET DT 2 det
            fire fire NOUN NN 3 nsubj
            broke break VERB VBD 0 root
            out out ADP RP 3 compound:prt
            on on ADP IN 6 case
            Monday Monday PROPN NNP 3 obl
            . . PUNCT . 3 punct
        )");

        CHECK(words_of(doc) == std::vector<std::string>{"fire", "broke out"});
    }
}
