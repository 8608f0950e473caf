// Words per second of each language layer: bench_language ARTICLES.jsonl [most articles]
#include "language/parse.hpp"
#include "language/tag.hpp"
#include "text/tokenize.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using clock_type = std::chrono::steady_clock;
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

template <class Layer>
double seconds(std::vector<document>& documents, Layer layer) {
    const auto begin = clock_type::now();
    for (auto& doc : documents) layer(doc);
    return std::chrono::duration<double>(clock_type::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "bench_language ARTICLES.jsonl [most articles]\n";
        return 2;
    }
    const auto load_begin = clock_type::now();
    document first;
    first.text = "Loaded.";
    throughline::text::tokenize(first);
    throughline::language::tag(first);
    throughline::language::parse(first);
    std::printf("models ready after %.1f ms\n",
                std::chrono::duration<double, std::milli>(clock_type::now() - load_begin).count());

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
