// Texts read by the first stages of the pipeline, for tests of one of them.
#pragma once

#include "language/parse.hpp"
#include "language/tag.hpp"
#include "text/tokenize.hpp"

#include <string>

namespace throughline::test {

/// The text with its tokens and sentences.
inline document tokenized(std::string text) {
    document doc;
    doc.text = std::move(text);
    text::tokenize(doc);
    return doc;
}

/// The same with parts of speech and lemmas.
inline document tagged(std::string text) {
    document doc = tokenized(std::move(text));
    language::tag(doc);
    return doc;
}

/// The same with dependencies.
inline document parsed(std::string text) {
    document doc = tagged(std::move(text));
    language::parse(doc);
    return doc;
}

}  // namespace throughline::test
