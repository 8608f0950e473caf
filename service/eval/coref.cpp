// `throughline-eval coref`: the same event in many documents, on the ECB+ corpus.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "eval/tokenized_document.hpp"
#include "linking/coreference.hpp"
#include "pipeline/pipeline.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace throughline::eval {
namespace {

namespace json = boost::json;

struct coref_options {
    std::string input;
    std::string output;
    bool gold_mentions = false;
};

/// A document of the corpus, read, with the corpus tokens of each of its record's mentions.
struct read_document {
    std::string name;
    article_record record;
    std::vector<corpus_tokens> mentions;
};

std::vector<corpus_tokens> gold_mentions(const json::object& line) {
    std::vector<corpus_tokens> mentions;
    for (const auto& each : line.at("mentions").as_array()) {
        const auto& mention = each.as_object();
        if (mention.at("kind").as_string() != "event") continue;
        corpus_tokens tokens{mention.at("sent").to_number<std::uint32_t>(), {}};
        for (const auto& token : mention.at("tokens").as_array())
            tokens.tokens.push_back(token.to_number<std::uint32_t>());
        mentions.push_back(std::move(tokens));
    }
    return mentions;
}

/// The mention that the stages found where the corpus marks one; where they found none, its words among all the names
/// of their sentence.
event_mention marked_mention(const document& doc, span marked) {
    const auto found = std::find_if(doc.mentions.begin(), doc.mentions.end(),
                                    [&](const event_mention& each) { return each.trigger.overlaps(marked); });
    if (found != doc.mentions.end()) return *found;

    event_mention mention;
    mention.type = "other";
    mention.trigger = marked;
    mention.evidence = marked;
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i)
        if (marked.contains(doc.tokens[i].where)) mention.trigger_token = i;
    for (const auto& sentence : doc.sentences) {
        if (!sentence.tokens.contains(mention.trigger_token)) continue;
        mention.evidence = doc.extent(sentence.tokens);
        for (const auto& entity : doc.entity_mentions)
            if (sentence.tokens.overlaps(entity.tokens))
                mention.participants.push_back({entity.entity, participant_role::other});
    }
    return mention;
}

read_document read(const json::object& line, bool use_gold_mentions) {
    tokenized_document corpus(line.at("sentences"));
    document doc;
    doc.text = corpus.text();
    pipeline::run(doc);
    read_document read;
    read.name = line.at("doc_id").as_string();
    if (use_gold_mentions) {
        std::vector<event_mention> marked;
        for (auto& tokens : gold_mentions(line)) {
            marked.push_back(marked_mention(doc, corpus.extent(tokens)));
            marked.back().links.clear();
            read.mentions.push_back(std::move(tokens));
        }
        doc.mentions = std::move(marked);
    } else {
        for (const auto& mention : doc.mentions) read.mentions.push_back(corpus.tokens_in(mention.trigger));
    }
    read.record = pipeline::make_record(doc, read.name, read.name);
    return read;
}

std::string row(const read_document& doc, std::size_t mention, const std::string& cluster) {
    const auto& where = doc.mentions[mention];
    const json::object object{{"doc_id", doc.name},
                              {"sent", where.sentence},
                              {"tokens", json::value_from(where.tokens)},
                              {"cluster", cluster}};
    return json::serialize(object) + '\n';
}

void run(const coref_options& options) {
    std::vector<read_document> documents;
    for_each_line(read_file(options.input), [&](const std::string& line) {
        documents.push_back(read(json::parse(line).as_object(), options.gold_mentions));
    });
    std::sort(documents.begin(), documents.end(), [](const auto& l, const auto& r) { return l.name < r.name; });

    std::vector<linking::article_profile> profiles;
    for (const auto& doc : documents) profiles.push_back({doc.name, doc.record.published, doc.record.terms});
    std::map<std::uint32_t, std::vector<std::uint32_t>> stories;
    const auto story_of = partition_all(profiles);
    for (std::uint32_t i = 0; i < documents.size(); ++i) stories[story_of[i]].push_back(i);

    std::string rows;
    std::size_t cluster = 0;
    for (const auto& [story, members] : stories) {
        std::vector<article_record> records;
        for (const auto member : members) records.push_back(documents[member].record);
        for (const auto& event : linking::resolve(records)) {
            const auto name = "e" + std::to_string(cluster++);
            for (const auto& ref : event.mentions) rows += row(documents[members[ref.article]], ref.mention, name);
        }
    }
    write_file(options.output, rows);
}

}  // namespace

void add_coref(CLI::App& app) {
    auto options = std::make_shared<coref_options>();
    auto* command = app.add_subcommand("coref", "which mentions of ECB+ documents tell of one event");
    command->add_option("input", options->input, "JSON lines with doc_id and sentences")->required();
    command->add_option("output", options->output, "a JSON line a mention: doc_id, sent, tokens, cluster")->required();
    command->add_flag("--gold-mentions", options->gold_mentions, "take the words marked as events as given");
    command->callback([options] { run(*options); });
}

}  // namespace throughline::eval
