// `throughline-eval ner`: names in sentences that are already split into words.
#include "entities/name_tagger.hpp"
#include "eval/commands.hpp"
#include "eval/files.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::eval {
namespace {

struct ner_options {
    std::string input;
    std::string output;
    std::string model;  ///< file of a model that is on trial; empty: the one that is shipped
};

std::string label_text(entities::name_label label) {
    if (label == entities::outside) return "O";
    const auto kind = static_cast<std::size_t>(entities::kind_of(label));
    return (entities::is_inside(label) ? "I-" : "B-") + std::string(entities::name_kind_codes[kind]);
}

void append_sentence(entities::name_tagger& tagger, std::vector<std::string_view>& words, std::string& out) {
    const auto labels = tagger.label(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        out += words[i];
        out += '\t';
        out += label_text(labels[i]);
        out += '\n';
    }
    words.clear();
}

/// A word a line in the first column, a blank line between sentences.
std::string annotate(std::string_view all, const entities::name_model& model) {
    std::string out;
    entities::name_tagger tagger(model);
    std::vector<std::string_view> words;
    while (!all.empty()) {
        const std::string_view line = all.substr(0, all.find('\n'));
        all.remove_prefix(std::min(line.size() + 1, all.size()));
        const std::string_view word = line.substr(0, line.find_first_of("\t \r"));
        if (!word.empty()) {
            words.push_back(word);
            continue;
        }
        append_sentence(tagger, words, out);
        out += '\n';
    }
    append_sentence(tagger, words, out);
    return out;
}

}  // namespace

void add_ner(CLI::App& app) {
    auto options = std::make_shared<ner_options>();
    auto* command = app.add_subcommand("ner", "named entities of sentences that are split into words");
    command->add_option("input", options->input, "a word a line, a blank line between sentences")->required();
    command->add_option("output", options->output, "file to write: word TAB label")->required();
    command->add_option("--model", options->model, "a model on trial, in place of the shipped one");
    command->callback([options] {
        const std::string text = read_file(options->input);
        const std::string bytes = options->model.empty() ? std::string() : read_file(options->model);
        const auto& shipped = entities::name_model::instance;
        write_file(options->output,
                   bytes.empty() ? annotate(text, shipped()) : annotate(text, entities::name_model(bytes)));
    });
}

}  // namespace throughline::eval
