// `throughline-eval coref`: the same event in many documents, on the ECB+ corpus.
#include "eval/commands.hpp"
#include "eval/coref_document.hpp"
#include "eval/files.hpp"
#include "linking/coreference.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

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

std::string row(const coref_document& doc, std::size_t mention, const std::string& cluster) {
    const auto& where = doc.mentions[mention];
    const json::object object{{"doc_id", doc.name},
                              {"sent", where.sentence},
                              {"tokens", json::value_from(where.tokens)},
                              {"cluster", cluster}};
    return json::serialize(object) + '\n';
}

void run(const coref_options& options) {
    const auto source = options.gold_mentions ? mention_source::marked : mention_source::own;
    const auto documents = read_coref_documents(read_file(options.input), source);
    std::string rows;
    std::size_t cluster = 0;
    for (const auto& members : stories_of(documents)) {
        const auto records = records_of(documents, members);
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
