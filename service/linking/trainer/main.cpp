// throughline-train-coreference: pairs written by `throughline-eval coref-pairs` to weights.
#include "linking/coreference_model.hpp"
#include "logistic_regression.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace {

using namespace throughline::linking;

std::vector<labelled_pair> read_pairs(const std::string& path) {
    std::ifstream input(path);
    if (!input) throw std::runtime_error("cannot read " + path);
    std::vector<labelled_pair> pairs;
    for (std::string line; std::getline(input, line);) {
        std::istringstream fields(line);
        labelled_pair pair;
        fields >> pair.same;
        for (auto& value : pair.values) fields >> value;
        if (!fields) throw std::runtime_error(path + ": not a row of pairs: " + line);
        pairs.push_back(pair);
    }
    return pairs;
}

/// The features of these names; of no names, all.
std::array<bool, feature_count> named(const std::vector<std::string>& names) {
    std::array<bool, feature_count> chosen{};
    for (std::size_t i = 0; i < feature_count; ++i)
        chosen[i] =
            names.empty() || std::find(names.begin(), names.end(), name(static_cast<feature>(i))) != names.end();
    return chosen;
}

/// The prior's file with its weights replaced; comments and meanings stay.
void write_weights(const std::string& prior_path, const std::string& path, const feature_values& weights) {
    std::ifstream prior(prior_path);
    std::ofstream output(path);
    if (!prior || !output) throw std::runtime_error("cannot copy " + prior_path + " to " + path);
    std::size_t row = 0;
    for (std::string line; std::getline(prior, line);) {
        if (!line.empty() && line.front() != '#') {
            char weight[32];
            std::snprintf(weight, sizeof weight, "%.3f", weights[row++]);
            line = line.substr(0, line.find('\t') + 1) + weight + line.substr(line.rfind('\t'));
        }
        output << line << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"throughline-train-coreference: learns the weights of event coreference"};
    std::string pairs;
    std::string prior;
    std::string output;
    double strength = 50;
    std::vector<std::string> only;
    app.add_option("pairs", pairs, "written by throughline-eval coref-pairs")->required();
    app.add_option("prior", prior, "coreference.tsv whose comments are kept")->required();
    app.add_option("output", output, "coreference.tsv to write")->required();
    app.add_option("--strength", strength, "weight of the built-in weights, in pairs");
    app.add_option("--only", only, "features whose weights are learned; all others stay")->delimiter(',');
    CLI11_PARSE(app, argc, argv);
    try {
        write_weights(prior, output, learn(read_pairs(pairs), weights(), strength, named(only)));
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
