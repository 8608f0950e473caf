// Articles in Markdown or plain text with the furniture of the page they were saved from.
//
// Above the article may stand a headline, bylines, a date and picture credits; within it related links, adverts and
// more credits; below it the original address. Emphasis, links and escapes of Markdown are unwrapped, hard-wrapped
// lines and paragraphs that a page break split are joined. Phrases that mark furniture are data (data/furniture.tsv).
#pragma once

#include "ingest/page_facts.hpp"

#include <string_view>

namespace throughline::ingest {

/// Reads the whole of it, in linear time. Sentences are never dropped: only short lines that are known as furniture,
/// stand like names above the article, or are nothing but links.
/// `headline` is what is known of it already, "" when nothing is.
page_facts read_page_text(std::string_view source, std::string_view headline = {});

/// Whether a text is a page as it was saved: it begins with a Markdown heading, carries a related article's Markdown
/// link on a line of its own, or ends in a labelled address. Plain articles never do.
bool carries_furniture(std::string_view text);

}  // namespace throughline::ingest
