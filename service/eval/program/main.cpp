#include "eval/commands.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    CLI::App app{"throughline-eval: the pipeline's stages on annotated corpora"};
    app.require_subcommand(1);
    throughline::eval::add_chronology(app);
    throughline::eval::add_coref(app);
    throughline::eval::add_dates(app);
    throughline::eval::add_document_frequency(app);
    throughline::eval::add_entries(app);
    throughline::eval::add_event_words(app);
    throughline::eval::add_ner(app);
    throughline::eval::add_coref_pairs(app);
    throughline::eval::add_plover(app);
    throughline::eval::add_stories(app);
    throughline::eval::add_timelines(app);
    throughline::eval::add_timex(app);
    throughline::eval::add_ud(app);
    try {
        CLI11_PARSE(app, argc, argv);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
