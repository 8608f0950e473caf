// throughline-train-names: trains the name model from labelled sentences. The same files and options give the same
// bytes.
#include "entities/trainer/span_score.hpp"
#include "entities/trainer/training.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>

namespace {

using namespace throughline::entities;

struct options {
    std::string output;
    std::vector<std::string> corpora;
    training_options training;
    std::uint32_t hold_out = 0;  ///< keeps every n-th block of sentences apart and scores the model on them; 0: none
};

struct corpus {
    std::vector<labelled_sentence> learned;
    std::vector<labelled_sentence> held_out;
};

corpus read_all(const options& chosen) {
    corpus all;
    for (const std::string& path : chosen.corpora) {
        std::size_t i = 0;
        for (labelled_sentence& sentence : read_corpus(path)) {
            const bool held = chosen.hold_out > 0 && i++ / block_sentences % chosen.hold_out == chosen.hold_out - 1;
            (held ? all.held_out : all.learned).push_back(std::move(sentence));
        }
    }
    return all;
}

void run(const options& chosen) {
    const corpus all = read_all(chosen);
    const std::vector<guess> known = guess_by_folds(all.learned, chosen.training);
    const std::string bytes = train(all.learned, known, chosen.training);
    if (!all.held_out.empty()) std::cout << span_score(all.held_out, read_names(all.held_out, name_model(bytes)));
    std::ofstream out(chosen.output, std::ios::binary);
    out << bytes;
    if (!out.flush()) throw std::runtime_error("cannot write " + chosen.output);
}

}  // namespace

int main(int argc, char** argv) {
    options chosen;
    field_options& field = chosen.training.field;
    CLI::App app{"Trains the model of names: a network under a random field over label chains"};
    app.add_option("output", chosen.output, "model file to write")->required();
    app.add_option("corpora", chosen.corpora, "CoNLL-like files: a word a line, label last")->required();
    const auto add = [&](const char* name, auto& value, const char* what) {
        app.add_option(name, value, what)->capture_default_str();
    };
    add("--least", chosen.training.least, "occurrences below which a feature is left out");
    add("--passes", field.passes, "passes over the corpus");
    add("--rate", field.network.rate, "step of the learning");
    add("--keep-features", field.network.keep_features, "share of features that a step sees");
    add("--keep-units", field.network.keep_units, "share of hidden units that a step sees");
    add("--keep-memories", field.network.keep_memories, "share of steps that see what other places were taken for");
    add("--folds", chosen.training.folds, "parts that are guessed by models that have not seen them");
    add("--fold-passes", chosen.training.fold_passes, "passes of those models");
    add("--buckets", chosen.training.buckets, "size of the model in buckets of 272 bytes");
    add("--seed", field.network.seed, "of the random numbers");
    add("--hold-out", chosen.hold_out, "keep every n-th block of sentences apart and score the model on them");
    CLI11_PARSE(app, argc, argv);
    try {
        run(chosen);
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
    return 0;
}
