// Words per second of processor time for each stage of the pipeline, loading time and memory:
// bench_stages ARTICLES.jsonl [most articles]
#include "pipeline/pipeline.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using throughline::document;

constexpr std::array<std::string_view, 4> without_parser{"tokens", "tags", "times", "entities"};
constexpr std::array<std::string_view, 5> language{"tokens", "tags", "dependencies", "times", "entities"};

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

/// The most memory that this process ever held, in megabytes.
double peak_memory() {
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    return static_cast<double>(use.ru_maxrss) / 1024;
}

struct stage_time {
    std::string_view stage;
    double seconds = 0;
};

std::vector<stage_time> run_stages(std::vector<document>& articles) {
    std::vector<stage_time> times;
    for (const auto& stage : throughline::pipeline::stages()) {
        const double begin = processor_time();
        for (document& doc : articles) stage.apply(doc);
        times.push_back({stage.name, processor_time() - begin});
    }
    return times;
}

double sum_of(const std::vector<stage_time>& times, std::span<const std::string_view> stages) {
    double sum = 0;
    for (const auto& [stage, seconds] : times)
        if (stages.empty() || std::find(stages.begin(), stages.end(), stage) != stages.end()) sum += seconds;
    return sum;
}

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
    std::printf("models and tables ready after %.1f ms, %.0f MB\n", 1000 * (processor_time() - load_begin),
                peak_memory());

    auto articles = read_articles(argv[1], argc > 2 ? std::stoul(argv[2]) : 300);
    const auto times = run_stages(articles);
    std::size_t words = 0;
    for (const document& doc : articles) words += doc.tokens.size();
    const auto show = [&](std::string_view what, double seconds) {
        std::printf("%-32s %10.0f words/s\n", std::string(what).c_str(), static_cast<double>(words) / seconds);
    };
    for (const auto& [stage, seconds] : times) show(stage, seconds);
    show("tokens, tags, times, entities", sum_of(times, without_parser));
    show("the same with dependencies", sum_of(times, language));
    show("all stages", sum_of(times, {}));
    std::printf("%zu articles, %zu words, %.0f MB at most\n", articles.size(), words, peak_memory());
    return 0;
}
