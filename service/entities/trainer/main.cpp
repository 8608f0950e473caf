// throughline-train-names: trains the name model from labelled sentences. The same files and options give the same
// bytes.
#include "entities/trainer/model_writer.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>

namespace {

using namespace throughline::entities;

constexpr std::uint32_t selection_passes = 3;

struct options {
    std::string output;
    std::vector<std::string> corpora;
    std::uint32_t least = 2;  ///< occurrences below which a feature is left out
    field_options field;
    std::uint32_t buckets = 21500;  ///< 272 bytes each
    std::uint32_t hold_out = 0;     ///< leaves every n-th block of 100 sentences out of the training; 0: none
};

std::vector<labelled_sentence> read_all(const options& chosen) {
    std::vector<labelled_sentence> all;
    for (const std::string& path : chosen.corpora)
        for (labelled_sentence& sentence : read_corpus(path)) all.push_back(std::move(sentence));
    if (chosen.hold_out == 0) return all;
    std::vector<labelled_sentence> kept;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i / 100 % chosen.hold_out != chosen.hold_out - 1) kept.push_back(std::move(all[i]));
    return kept;
}

/// When there are more features than the model has room for, a short training tells which of them matter.
void run(const options& chosen) {
    const auto sentences = read_all(chosen);
    feature_index features(sentences, gazetteer::instance(), chosen.least);
    std::fprintf(stderr, "%zu sentences, %zu features\n", sentences.size(), features.size());
    if (const std::size_t room = std::size_t{chosen.buckets} * 8 * 9 / 10; features.size() > room) {
        field_options brief = chosen.field;
        brief.passes = brief.first_sampled = selection_passes;
        chain_field first(features.size(), brief);
        first.train(features);
        std::vector<double> weight(features.size());
        for (std::uint32_t f = 0; f < features.size(); ++f) weight[f] = importance(first, features, f);
        std::vector<double> sorted = weight;
        std::nth_element(sorted.begin(), sorted.end() - static_cast<std::ptrdiff_t>(room), sorted.end());
        const double least = sorted[sorted.size() - room];
        features.keep([&](std::uint32_t f) { return weight[f] >= least; });
    }
    std::fprintf(stderr, "%zu features kept\n", features.size());
    chain_field trained(features.size(), chosen.field);
    trained.train(features);
    std::ofstream out(chosen.output, std::ios::binary);
    out << write_model(trained, features, chosen.buckets);
    if (!out.flush()) throw std::runtime_error("cannot write " + chosen.output);
}

}  // namespace

int main(int argc, char** argv) {
    options chosen;
    CLI::App app{"Trains the model of names: a network under a random field over label chains"};
    app.add_option("output", chosen.output, "model file to write")->required();
    app.add_option("corpora", chosen.corpora, "CoNLL-like files: a word a line, label last")->required();
    app.add_option("--least", chosen.least, "occurrences below which a feature is left out")->capture_default_str();
    app.add_option("--passes", chosen.field.passes, "passes over the corpus")->capture_default_str();
    app.add_option("--rate", chosen.field.network.rate, "step of the learning")->capture_default_str();
    app.add_option("--keep-features", chosen.field.network.keep_features, "share of features that a step sees")
        ->capture_default_str();
    app.add_option("--keep-units", chosen.field.network.keep_units, "share of hidden units that a step sees")
        ->capture_default_str();
    app.add_option("--buckets", chosen.buckets, "size of the model in buckets of 272 bytes")->capture_default_str();
    app.add_option("--hold-out", chosen.hold_out, "leave every n-th block of 100 sentences out");
    CLI11_PARSE(app, argc, argv);
    try {
        run(chosen);
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
    return 0;
}
