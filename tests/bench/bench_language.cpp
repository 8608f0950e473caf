// Words per second of processor time for each language layer: bench_language ARTICLES.jsonl [most articles]
#include "entities/entities.hpp"
#include "language/parse.hpp"
#include "language/tag.hpp"
#include "temporal/temporal.hpp"
#include "text/tokenize.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <sys/resource.h>

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

/// The most memory that this process ever held, in megabytes.
double peak_memory() {
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    return static_cast<double>(use.ru_maxrss) / 1024;
}

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
    throughline::temporal::tag(first);
    throughline::entities::find(first);
    std::printf("models and tables ready after %.1f ms, %.0f MB\n", 1000 * (processor_time() - load_begin),
                peak_memory());

    std::vector<document> documents;
    for (auto& text : read_texts(argv[1], argc > 2 ? std::stoul(argv[2]) : 1000)) {
        documents.emplace_back();
        documents.back().text = std::move(text);
    }
    const double tokens = seconds(documents, throughline::text::tokenize);
    const double tags = seconds(documents, throughline::language::tag);
    const double arcs = seconds(documents, throughline::language::parse);
    const double times = seconds(documents, throughline::temporal::tag);
    const double names = seconds(documents, throughline::entities::find);
    std::size_t words = 0;
    for (const auto& doc : documents) words += doc.tokens.size();
    const auto show = [&](const char* layer, double time) {
        std::printf("%-24s %9.0f words/s\n", layer, static_cast<double>(words) / time);
    };
    std::printf("%zu articles, %zu words, %.0f MB at most\n", documents.size(), words, peak_memory());
    show("tokens", tokens);
    show("tags, lemmas", tags);
    show("dependencies", arcs);
    show("times", times);
    show("entities", names);
    show("all but dependencies", tokens + tags + times + names);
    show("all", tokens + tags + arcs + times + names);
}
