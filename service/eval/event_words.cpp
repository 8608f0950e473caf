// `throughline-eval event-words`: what the judgement of words that tell of events is learned from.
#include "extraction/event_words.hpp"
#include "eval/commands.hpp"
#include "eval/coref_document.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "pipeline/pipeline.hpp"

#include <boost/json.hpp>

#include <set>
#include <string>

namespace throughline::eval {
namespace {

namespace json = boost::json;

/// Sentences whose events are all marked, as the corpus counts them.
std::set<std::uint32_t> validated(const json::object& line) {
    std::set<std::uint32_t> sentences;
    for (const auto& each : line.at("validated_sentences").as_array())
        sentences.insert(each.to_number<std::uint32_t>());
    return sentences;
}

void append_rows(const json::object& line, std::string& rows) {
    const tokenized_document corpus(line.at("sentences"));
    document doc;
    doc.text = corpus.text();
    pipeline::run(doc);
    std::set<std::uint32_t> marked;
    for (const auto& words : marked_words(line)) marked.insert(head_of(doc, corpus.extent(words.first)));
    std::set<std::uint32_t> typed;
    for (const auto& mention : doc.mentions) typed.insert(mention.trigger_token);
    const auto sentences = validated(line);
    const extraction::syntax tree(doc);
    for (std::uint32_t token = 0; token < doc.tokens.size(); ++token) {
        if (!sentences.contains(corpus.tokens_in(doc.tokens[token].where).sentence)) continue;
        const auto features = extraction::event_word_features(tree, token, typed.contains(token));
        if (features.empty()) continue;
        rows += marked.contains(token) ? '1' : '0';
        for (const auto& feature : features) rows += '\t' + feature;
        rows += '\n';
    }
}

}  // namespace

void run_event_words(const corpus_files& files) {
    std::string rows;
    for_each_line(read_file(files.input),
                  [&](const std::string& line) { append_rows(json::parse(line).as_object(), rows); });
    write_file(files.output, rows);
}

}  // namespace throughline::eval
