// Words per second of processor time for each language layer: bench_language ARTICLES.jsonl [most articles]
#include "language/parse.hpp"
#include "language/tag.hpp"
#include "text/tokenize.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using throughline::document;

std::vector<std::string> read_texts(const char* path, std::size_t most) {
    std::ifstream file(path);
    std::vector<std::string> texts;
    for (std::string line; texts.size() < most && std::getline(file, line);) {
        const auto article = boost::json::parse(line);
        texts.emplace_back(article.at("text").as_string());
    }
    return texts;
}

/// Processor time of this process, in seconds: other load on the machine must not count.
double processor_time() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Layer>
double seconds(std::vector<document>& documents, Layer layer) {
    const double begin = processor_time();
    for (auto& doc : documents) layer(doc);
    return processor_time() - begin;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "bench_language ARTICLES.jsonl [most articles]\n";
        return 2;
    }
    const double load_begin = processor_time();
    document first;
    first.text = "Loaded.";
    throughline::text::tokenize(first);
    throughline::language::tag(first);
    throughline::language::parse(first);
    std::printf("models ready after %.1f ms\n", 1000 * (processor_time() - load_begin));

    std::vector<document> documents;
    for (auto& text : read_texts(argv[1], argc > 2 ? std::stoul(argv[2]) : 1000)) {
        documents.emplace_back();
        documents.back().text = std::move(text);
    }
    const double tokens = seconds(documents, throughline::text::tokenize);
    const double tags = seconds(documents, throughline::language::tag);
    const double arcs = seconds(documents, throughline::language::parse);
    std::size_t words = 0;
    for (const auto& doc : documents) words += doc.tokens.size();
    const auto rate = [&](double time) { return static_cast<double>(words) / time; };
    std::printf("%zu articles, %zu words\n", documents.size(), words);
    std::printf("tokens       %9.0f words/s\n", rate(tokens));
    std::printf("tags, lemmas %9.0f words/s\n", rate(tags));
    std::printf("dependencies %9.0f words/s\n", rate(arcs));
    std::printf("together     %9.0f words/s, without dependencies %.0f\n", rate(tokens + tags + arcs),
                rate(tokens + tags));
}
