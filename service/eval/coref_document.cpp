#include "eval/coref_document.hpp"

#include "eval/story_index.hpp"
#include "extraction/event_words.hpp"
#include "pipeline/pipeline.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace throughline::eval {
namespace {

namespace json = boost::json;

/// The mention that the stages found at the words; where they found none, the words among all the names of their
/// sentence.
event_mention mention_at(const document& doc, span words) {
    const auto found = std::find_if(doc.mentions.begin(), doc.mentions.end(),
                                    [&](const event_mention& each) { return each.trigger.overlaps(words); });
    if (found != doc.mentions.end()) return *found;

    event_mention mention;
    mention.type = "other";
    mention.trigger = words;
    mention.evidence = words;
    mention.trigger_token = head_of(doc, words);
    for (const auto& sentence : doc.sentences) {
        if (!sentence.tokens.contains(mention.trigger_token)) continue;
        mention.evidence = doc.extent(sentence.tokens);
        for (const auto& entity : doc.entity_mentions)
            if (sentence.tokens.overlaps(entity.tokens))
                mention.participants.push_back({entity.entity, participant_role::other});
    }
    return mention;
}

/// In place of what the stages found, every word that tells of an event.
void take_all(const tokenized_document& corpus, document& doc, coref_document& read) {
    std::vector<event_mention> mentions;
    for (const auto& word : extraction::event_words(doc)) {
        const span words = doc.extent(word.words);
        mentions.push_back(mention_at(doc, words));
        mentions.back().links.clear();
        read.mentions.push_back(corpus.tokens_in(words));
    }
    doc.mentions = std::move(mentions);
}

/// In place of what the stages found, the marked mentions.
void take_marked(const json::object& line, const tokenized_document& corpus, document& doc, coref_document& read) {
    std::vector<event_mention> mentions;
    for (auto& [tokens, cluster] : marked_words(line)) {
        mentions.push_back(mention_at(doc, corpus.extent(tokens)));
        mentions.back().links.clear();
        read.mentions.push_back(std::move(tokens));
        read.clusters.push_back(std::move(cluster));
    }
    doc.mentions = std::move(mentions);
}

}  // namespace

std::vector<std::pair<corpus_tokens, std::string>> marked_words(const json::object& line) {
    std::vector<std::pair<corpus_tokens, std::string>> marked;
    for (const auto& each : line.at("mentions").as_array()) {
        const auto& mention = each.as_object();
        if (mention.at("kind").as_string() != "event") continue;
        corpus_tokens tokens{mention.at("sent").to_number<std::uint32_t>(), {}};
        for (const auto& token : mention.at("tokens").as_array())
            tokens.tokens.push_back(token.to_number<std::uint32_t>());
        marked.emplace_back(std::move(tokens), std::string(mention.at("cluster").as_string()));
    }
    return marked;
}

std::uint32_t head_of(const document& doc, span marked) {
    const auto first = std::lower_bound(doc.tokens.begin(), doc.tokens.end(), marked.begin,
                                        [](const token& word, std::uint32_t at) { return word.where.end <= at; });
    const auto within = [&](std::uint32_t index) { return marked.overlaps(doc.tokens[index].where); };
    const auto begin = static_cast<std::uint32_t>(first - doc.tokens.begin());
    for (auto i = begin; i < doc.tokens.size() && within(i); ++i) {
        const token& word = doc.tokens[i];
        const bool content =
            word.pos == upos::verb || word.pos == upos::noun || word.pos == upos::propn || word.pos == upos::adj;
        if (content && (word.head == token::no_head || !within(word.head))) return i;
    }
    return begin;
}

coref_document read_coref_document(const json::object& line, mention_source source) {
    const tokenized_document corpus(line.at("sentences"));
    document doc;
    doc.text = corpus.text();
    pipeline::run(doc);
    coref_document read;
    read.name = line.at("doc_id").as_string();
    if (source == mention_source::marked)
        take_marked(line, corpus, doc, read);
    else
        take_all(corpus, doc, read);
    read.record = pipeline::make_record(doc, read.name, read.name);
    for (auto& mention : read.record.mentions) mention.time = {};
    return read;
}

std::vector<coref_document> read_coref_documents(const std::string& lines, mention_source source) {
    std::vector<coref_document> documents;
    for_each_line(lines, [&](const std::string& line) {
        documents.push_back(read_coref_document(json::parse(line).as_object(), source));
    });
    std::sort(documents.begin(), documents.end(), [](const auto& l, const auto& r) { return l.name < r.name; });
    return documents;
}

std::vector<std::vector<std::uint32_t>> stories_of(const std::vector<coref_document>& documents) {
    std::vector<linking::article_profile> profiles;
    for (const auto& doc : documents) profiles.push_back({doc.name, doc.record.published, doc.record.terms});
    std::map<std::uint32_t, std::vector<std::uint32_t>> stories;
    const auto story_of = partition_all(profiles);
    for (std::uint32_t i = 0; i < documents.size(); ++i) stories[story_of[i]].push_back(i);

    std::vector<std::vector<std::uint32_t>> members;
    for (auto& [story, indices] : stories) members.push_back(std::move(indices));
    return members;
}

std::vector<article_record> records_of(const std::vector<coref_document>& documents,
                                       const std::vector<std::uint32_t>& story) {
    std::vector<article_record> records;
    for (const auto member : story) records.push_back(documents[member].record);
    return records;
}

}  // namespace throughline::eval
