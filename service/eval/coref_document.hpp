// A document of ECB+, read by the stages, with its mentions as the corpus counts words.
#pragma once

#include "document/article_record.hpp"
#include "document/document.hpp"
#include "eval/tokenized_document.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace throughline::eval {

struct coref_document {
    std::string name;
    article_record record;
    std::vector<corpus_tokens> mentions;  ///< words of each of the record's mentions
    std::vector<std::string>
        clusters;  ///< the corpus's own of each mention; empty unless marked mentions were asked for
};

/// own: every word that tells of an event, inside the ontology or not; marked: those the corpus marks.
enum class mention_source : std::uint8_t { own, marked };

/// The words that a line of the corpus marks as events, with the name of their cluster.
std::vector<std::pair<corpus_tokens, std::string>> marked_words(const boost::json::object& line);

/// The first content word among the marked ones that hangs on none of them; the first of them where there is none.
std::uint32_t head_of(const document& doc, span marked);

/// Reads one line of the corpus. The corpus gives no dates, so times that rest on one are taken off the record.
coref_document read_coref_document(const boost::json::object& line, mention_source source);

/// Reads every line, sorted by name.
std::vector<coref_document> read_coref_documents(const std::string& lines, mention_source source);

/// The documents' indices, story by story.
std::vector<std::vector<std::uint32_t>> stories_of(const std::vector<coref_document>& documents);

/// The records of the documents of one story.
std::vector<article_record> records_of(const std::vector<coref_document>& documents,
                                       const std::vector<std::uint32_t>& story);

}  // namespace throughline::eval
