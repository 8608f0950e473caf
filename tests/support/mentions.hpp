// The mentions of a document by their words.
#pragma once

#include "document/document.hpp"

#include <doctest/doctest.h>

#include <algorithm>
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

}  // namespace throughline::test
