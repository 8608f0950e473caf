// Articles for the tests of the store.
#pragma once

#include "storage/article_store.hpp"

#include <string>

namespace throughline::test {

/// A complete submission; hashes follow from the fields as the real ones do.
inline storage::submission submission(std::string url, std::string text, std::string publisher = "The Harbour Post") {
    storage::submission incoming;
    incoming.url = std::move(url);
    incoming.headline = "Talks resume";
    incoming.publisher = std::move(publisher);
    incoming.authors = {"Ada Moss", "B. \"Bo\" O'Hara"};
    incoming.published_at = "2018-03-21T09:30:00Z";
    incoming.published = *parse_day("2018-03-21");
    incoming.text = std::move(text);
    incoming.text_hash = "t:" + incoming.text;
    incoming.content_hash = "c:" + incoming.publisher + incoming.text;
    return incoming;
}

}  // namespace throughline::test
