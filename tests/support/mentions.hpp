// The mentions of a document by their words.
#pragma once

#include "document/document.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace throughline::test {

/// The first mention whose trigger has the lemma; the test fails when there is none.
inline const event_mention& mention_of(const document& doc, std::string_view lemma) {
    const auto found = std::find_if(doc.mentions.begin(), doc.mentions.end(), [&](const event_mention& mention) {
        return doc.tokens[mention.trigger_token].lemma == lemma;
    });
    REQUIRE(found != doc.mentions.end());
    return *found;
}

/// The title of the first event of a type in a sentence of 21 March 2018, "none" without one.
inline std::string title_of(const char* tree, std::string_view type) {
    const document doc = read_events(tree, "2018-03-21");
    for (const event_mention& mention : doc.mentions)
        if (mention.type == type) return mention.title;
    return "none";
}

}  // namespace throughline::test
