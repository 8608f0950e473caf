// Words per second of processor time for each stage of the pipeline: bench_stages ARTICLES.jsonl [most articles]
#include "pipeline/pipeline.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using throughline::document;

constexpr std::array<std::string_view, 4> without_parser{"tokens", "tags", "times", "entities"};

std::vector<document> read_articles(const char* path, std::size_t most) {
    std::ifstream file(path);
    std::vector<document> articles;
    for (std::string line; articles.size() < most && std::getline(file, line);) {
        const auto article = boost::json::parse(line);
        articles.emplace_back();
        articles.back().text = article.at("text").as_string();
    }
    return articles;
}

/// Processor time of this process, in seconds: other load on the machine must not count.
double processor_time() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "bench_stages ARTICLES.jsonl [most articles]\n";
        return 2;
    }
    document first;
    first.text = "Loaded.";
    const double load_begin = processor_time();
    throughline::pipeline::run(first);
    std::printf("models and tables ready after %.1f ms\n", 1000 * (processor_time() - load_begin));

    auto articles = read_articles(argv[1], argc > 2 ? std::stoul(argv[2]) : 300);
    double all = 0;
    double chosen = 0;
    for (const auto& stage : throughline::pipeline::stages()) {
        const double begin = processor_time();
        for (document& doc : articles) stage.apply(doc);
        const double seconds = processor_time() - begin;
        std::size_t words = 0;
        for (const document& doc : articles) words += doc.tokens.size();
        all += seconds;
        if (std::find(without_parser.begin(), without_parser.end(), stage.name) != without_parser.end())
            chosen += seconds;
        const auto rate = [&](double time) { return static_cast<double>(words) / time; };
        std::printf("%-14s %9.0f words/s\n", std::string(stage.name).c_str(), rate(seconds));
        if (&stage != &throughline::pipeline::stages().back()) continue;
        std::printf("tokens, tags, times, entities together %9.0f words/s\n", rate(chosen));
        std::printf("all stages    %9.0f words/s (%zu articles, %zu words)\n", rate(all), articles.size(), words);
    }
    return 0;
}
