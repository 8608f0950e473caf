// `throughline-eval timelines`: the events of one entity in a corpus, in order (SemEval-2015 Task 4).
#include "eval/cat_document.hpp"
#include "eval/commands.hpp"
#include "eval/entity_timeline.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "extraction/events.hpp"
#include "extraction/predicates.hpp"
#include "pipeline/pipeline.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace throughline::eval {
namespace {

/// An article with its mentions read, and the task's name of each: article, sentence, words.
struct corpus_article {
    std::string id;
    document doc;
    std::vector<std::string> names;
};

/// The first day that an article's head gives.
day date_of_head(const std::vector<std::string>& words) {
    document head;
    for (const auto& word : words) head.text += word + ' ';
    pipeline::run(head);
    for (const auto& time : head.timexes)
        if (time.first) return *time.first;
    return {};
}

std::string mention_name(const cat_document& article, const corpus_tokens& tokens) {
    const auto sentence = tokens.sentence + cat_head_sentences;
    std::string name;
    for (const auto token : tokens.tokens) name += (name.empty() ? "" : "_") + article.sentences[sentence][token];
    return article.id + '-' + std::to_string(sentence) + '-' + name;
}

std::uint32_t first_token_in(const document& doc, span where) {
    const auto found = std::find_if(doc.tokens.begin(), doc.tokens.end(),
                                    [&](const token& word) { return word.where.overlaps(where); });
    return static_cast<std::uint32_t>(found - doc.tokens.begin());
}

/// The tokens of the given mentions, with their names, in text order and each once.
std::vector<std::uint32_t> given(const cat_document& article, const tokenized_document& corpus, const document& doc,
                                 std::vector<std::string>& names) {
    std::vector<std::pair<std::uint32_t, std::string>> marked;
    for (auto tokens : article.events) {
        if (tokens.sentence < cat_head_sentences) continue;
        tokens.sentence -= cat_head_sentences;
        marked.emplace_back(first_token_in(doc, corpus.extent(tokens)), mention_name(article, tokens));
    }
    std::sort(marked.begin(), marked.end());
    std::vector<std::uint32_t> tokens;
    for (auto& [token, name] : marked) {
        if (!tokens.empty() && tokens.back() == token) continue;
        tokens.push_back(token);
        names.push_back(std::move(name));
    }
    return tokens;
}

corpus_article read_article(const std::string& file, bool mentions) {
    const auto article = read_cat(file);
    corpus_article read;
    read.id = article.id;
    if (article.sentences.size() <= cat_head_sentences) return read;
    const std::span<const std::vector<std::string>> all(article.sentences);
    const tokenized_document corpus(all.subspan(cat_head_sentences));
    read.doc.text = corpus.text();
    read.doc.published = date_of_head(article.sentences[1]);
    pipeline::run(read.doc);
    if (mentions) {
        extraction::take_events(read.doc, given(article, corpus, read.doc, read.names));
        return read;
    }
    extraction::take_events(read.doc, extraction::predicates(read.doc));
    for (const auto& mention : read.doc.mentions)
        read.names.push_back(mention_name(article, corpus.tokens_in(read.doc.tokens[mention.trigger_token].where)));
    return read;
}

/// The entity's events in an article. A given mention that no entity takes part in belongs to those named beside it.
std::vector<target_event> events_of(const corpus_article& article, std::span<const std::string> entities,
                                    std::size_t wanted, bool given) {
    std::vector<target_words> targets;
    for (const auto& entity : entities) targets.push_back(find_target(article.doc, entity));
    std::vector<target_event> events;
    for (std::size_t i = 0; i < article.doc.mentions.size(); ++i) {
        const auto& mention = article.doc.mentions[i];
        const auto acts = [&](const target_words& target) { return takes_part(article.doc, target, mention); };
        const bool lost = given && std::none_of(targets.begin(), targets.end(), acts);
        if (acts(targets[wanted]) || (lost && is_beside(article.doc, targets[wanted], mention)))
            events.push_back(dated_event(article.doc, mention, article.names[i]));
    }
    return events;
}

}  // namespace

void run_timelines(const timelines_options& options) {
    namespace fs = std::filesystem;
    std::vector<corpus_article> articles;
    for (const auto& entry : fs::directory_iterator(options.corpus))
        if (entry.path().extension() == ".xml")
            articles.push_back(read_article(read_file(entry.path()), options.mentions));
    std::sort(articles.begin(), articles.end(), [](const auto& l, const auto& r) { return l.id < r.id; });
    fs::create_directories(options.output);
    std::vector<std::string> entities;
    for_each_line(read_file(options.entities), [&](const std::string& entity) { entities.push_back(entity); });
    for (std::size_t i = 0; i < entities.size(); ++i) {
        std::vector<target_event> events;
        for (const auto& article : articles)
            for (auto& event : events_of(article, entities, i, options.mentions)) events.push_back(std::move(event));
        write_file(fs::path(options.output) / timeline_file_name(entities[i]),
                   write_timeline(entities[i], std::move(events)));
    }
}

}  // namespace throughline::eval
