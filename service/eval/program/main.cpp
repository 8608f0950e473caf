// throughline-eval: the one file that knows the command line.
#include "eval/commands.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <memory>

namespace {

using namespace throughline::eval;

void add_chronology(CLI::App& app) {
    auto options = std::make_shared<chronology_options>();
    auto* command = app.add_subcommand("chronology", "the timeline of a gold story, scored without a server");
    command->add_option("folder", options->folder, "holds gold.json and articles/*.json")->required();
    command->add_flag("--list", options->list, "each gold event and the entry that tells it");
    command->add_flag("--links", options->links, "each gold link and what stands in its place");
    command->add_flag("--evidence", options->evidence, "with the words of each mention");
    command->add_flag("--events", options->events, "the whole timeline");
    command->callback([options] { run_chronology(*options); });
}

void add_coref(CLI::App& app) {
    auto options = std::make_shared<coref_options>();
    auto* command = app.add_subcommand("coref", "which mentions of ECB+ documents tell of one event");
    command->add_option("input", options->input, "JSON lines with doc_id and sentences")->required();
    command->add_option("output", options->output, "a JSON line a mention: doc_id, sent, tokens, cluster")->required();
    command->add_flag("--gold-mentions", options->gold_mentions, "take the words marked as events as given");
    command->callback([options] { run_coref(*options); });
}

void add_coref_pairs(CLI::App& app) {
    auto options = std::make_shared<corpus_files>();
    auto* command = app.add_subcommand("coref-pairs", "features of mention pairs, to learn coreference weights from");
    command->add_option("input", options->input, "JSON lines of ECB+ with marked mentions")->required();
    command->add_option("output", options->output, "a line a pair: 1 when one event else 0, then its features")
        ->required();
    command->callback([options] { run_coref_pairs(*options); });
}

void add_dates(CLI::App& app) {
    auto options = std::make_shared<dates_options>();
    auto* command = app.add_subcommand("dates", "the days that a timeline of a topic would tell of, Timeline17");
    command->add_option("topics", options->topics, "folder of TOPIC.jsonl with date and text")->required();
    command
        ->add_option("gold", options->gold,
                     "folder of TOPIC_NAME.txt; of its dates the number, the first and the last are used")
        ->required();
    command->add_option("output", options->output, "folder to write timelines to")->required();
    command->callback([options] { run_dates(*options); });
}

void add_document_frequency(CLI::App& app) {
    auto options = std::make_shared<frequency_options>();
    auto* command = app.add_subcommand("document-frequency", "in how many documents each term stands");
    command->add_option("input", options->input, "JSON lines with text")->required();
    command->add_option("output", options->output, "document_frequency.tsv to write")->required();
    command->add_option("--least", options->least, "leave out terms of fewer documents")->capture_default_str();
    command->callback([options] { run_document_frequency(*options); });
}

void add_entries(CLI::App& app) {
    auto options = std::make_shared<entries_options>();
    auto* command = app.add_subcommand("entries", "entries drawn at random from the timelines of a corpus");
    command->add_option("input", options->input, "JSON lines of articles")->required();
    command->add_option("output", options->output, "a JSON line an entry, with its evidence")->required();
    command->add_option("--every", options->every, "read every n-th article alone")->check(CLI::PositiveNumber);
    command->add_option("--count", options->count, "entries to draw");
    command->add_option("--seed", options->seed, "of the drawing");
    command->callback([options] { run_entries(*options); });
}

void add_event_words(CLI::App& app) {
    auto options = std::make_shared<corpus_files>();
    auto* command = app.add_subcommand("event-words", "features of words, to learn which tell of events");
    command->add_option("input", options->input, "JSON lines of ECB+ with marked mentions")->required();
    command->add_option("output", options->output, "a line a word: 1 when it is marked else 0, then its features")
        ->required();
    command->callback([options] { run_event_words(*options); });
}

void add_ner(CLI::App& app) {
    auto options = std::make_shared<ner_options>();
    auto* command = app.add_subcommand("ner", "named entities of sentences that are split into words");
    command->add_option("input", options->input, "a word a line, a blank line between sentences")->required();
    command->add_option("output", options->output, "file to write: word TAB label")->required();
    command->add_option("--model", options->model, "a model on trial, in place of the shipped one");
    command->callback([options] { run_ner(*options); });
}

void add_plover(CLI::App& app) {
    auto options = std::make_shared<corpus_files>();
    auto* command = app.add_subcommand("plover", "PLOVER root of sentences with marked source and target");
    command->add_option("input", options->input, "JSON lines with \"marked\": words with <s>source</s>, <t>target</t>")
        ->required();
    command->add_option("output", options->output, "the same lines with \"root\", empty where none is found")
        ->required();
    command->callback([options] { run_plover(*options); });
}

void add_stories(CLI::App& app) {
    auto options = std::make_shared<corpus_files>();
    auto* command = app.add_subcommand("stories", "which documents tell one story");
    command
        ->add_option("input", options->input,
                     "JSON lines with doc_id, id or url; date or published_at; text or sentences")
        ->required();
    command->add_option("output", options->output, "a line a document: its name, a tab, its story")->required();
    command->callback([options] { run_stories(*options); });
}

void add_timelines(CLI::App& app) {
    auto options = std::make_shared<timelines_options>();
    auto* command = app.add_subcommand("timelines", "the events of each entity in order, SemEval-2015 Task 4");
    command->add_option("corpus", options->corpus, "folder of CAT XML articles")->required();
    command->add_option("entities", options->entities, "a target entity a line")->required();
    command->add_option("output", options->output, "folder to write a timeline an entity to")->required();
    command->add_flag("--mentions", options->mentions, "take the event mentions marked in the articles as given");
    command->callback([options] { run_timelines(*options); });
}

void add_timex(CLI::App& app) {
    auto options = std::make_shared<corpus_files>();
    auto* command =
        app.add_subcommand("timex", "time expressions and events of TimeML files; reads only their date and words");
    command->add_option("input", options->input, "folder of .tml files")->required();
    command->add_option("output", options->output, "folder to write to")->required();
    command->callback([options] { run_timex(*options); });
}

void add_ud(CLI::App& app) {
    auto options = std::make_shared<corpus_files>();
    auto* command = app.add_subcommand("ud", "tokens, sentences, tags and dependencies of raw text as CoNLL-U");
    command->add_option("input", options->input, "raw text, a blank line between documents")->required();
    command->add_option("output", options->output, "CoNLL-U file to write")->required();
    command->callback([options] { run_ud(*options); });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"throughline-eval: the pipeline's stages on annotated corpora"};
    app.require_subcommand(1);
    for (const auto add : {add_chronology, add_coref, add_coref_pairs, add_dates, add_document_frequency, add_entries,
                           add_event_words, add_ner, add_plover, add_stories, add_timelines, add_timex, add_ud})
        add(app);
    try {
        CLI11_PARSE(app, argc, argv);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
