// The weighted terms by which articles are compared when stories form.
#pragma once

#include "document/article_record.hpp"
#include "document/document.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace throughline::pipeline {

constexpr std::size_t term_limit = 64;

/// How often a document holds each term: entity keys with their mentions, content lemmas outside names.
std::unordered_map<std::string, std::uint32_t> term_counts(const document& doc);

/// The heaviest terms of a document, heaviest first, of unit length: entity keys ("e:vladimir putin") and content
/// lemmas ("w:nerve"), weighted (1 + ln tf) * idf (Salton & Buckley 1988). Ties are broken by the term.
std::vector<weighted_term> terms_of(const document& doc);

/// Whether a token is a content word: noun, verb, adjective or number-free name part of at least three letters.
bool is_content_word(const document& doc, const token& word);

/// The content lemmas of a stretch of text, sorted, each once.
std::vector<std::string> content_lemmas(const document& doc, span where);

}  // namespace throughline::pipeline
