#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace throughline;

namespace {

/// "relation type" of each link of the first event of a type, parted by commas.
std::string links_of(const document& doc, std::string_view type) {
    const auto from = std::find_if(doc.mentions.begin(), doc.mentions.end(),
                                   [&](const event_mention& mention) { return mention.type == type; });
    if (from == doc.mentions.end()) return "no such event";
    std::string all;
    for (const mention_link& link : from->links) {
        if (!all.empty()) all += ", ";
        all += std::string(name(link.kind)) + " " + doc.mentions[link.target].type;
    }
    return all;
}

}  // namespace

TEST_CASE("a noun that takes up the event told before stands for it") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        expelled expel VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct

        Russia Russia PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        the the DET DT 4 det
        decision decision NOUN NN 2 obj
        . . PUNCT . 2 punct
    )",
                                           "2018-03-21");

    CHECK(links_of(doc, "criticism").find("responds_to expulsion") != std::string::npos);
}

TEST_CASE("a noun that says of what it is takes up nothing") {
    const document doc = test::read_events(R"(
        France France PROPN NNP 2 nsubj
        expelled expel VERB VBD 0 root
        Angela Angela PROPN NNP 2 obj
        Merkel Merkel PROPN NNP 3 flat
        . . PUNCT . 2 punct

        Russia Russia PROPN NNP 2 nsubj
        condemned condemn VERB VBD 0 root
        the the DET DT 4 det
        decision decision NOUN NN 2 obj
        of of ADP IN 7 case
        the the DET DT 7 det
        court court NOUN NN 4 nmod
        . . PUNCT . 2 punct
    )",
                                           "2018-03-21");

    CHECK(links_of(doc, "criticism").empty());
}
