// What one article more costs the timeline of a growing story, without database and service:
//   bench_growth TOPIC.jsonl [SIZES] [PROBES] [SEED]
// TOPIC.jsonl holds a news article a line with id, date, source and text; SIZES are the articles in the story before
// each round of PROBES (10) articles that come in one by one, as 100,500,980. They come in the order of the file, or
// shuffled where there is a SEED.
#include "pipeline/pipeline.hpp"
#include "timeline/timeline.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

using throughline::article_record;

/// Processor time of this process in milliseconds: other load on the machine must not count.
double processor_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<article_record> read_articles(const char* path) {
    std::ifstream file(path);
    std::vector<article_record> records;
    for (std::string line; std::getline(file, line);) {
        const auto article = boost::json::parse(line);
        const std::string id(article.at("id").as_string());
        throughline::document doc;
        doc.text = article.at("text").as_string();
        doc.headline = doc.text.substr(0, std::min<std::size_t>(doc.text.find('\n'), 80));
        doc.publisher = article.at("source").as_string();
        doc.published = *throughline::parse_day(std::string(article.at("date").as_string()).substr(0, 10));
        throughline::pipeline::run(doc);
        records.push_back(throughline::pipeline::make_record(doc, id, id));
    }
    return records;
}

std::vector<std::size_t> read_sizes(const std::string& list) {
    std::vector<std::size_t> sizes;
    std::istringstream parts(list);
    for (std::string size; std::getline(parts, size, ',');) sizes.push_back(std::stoul(size));
    return sizes;
}

/// The growing story and what its last articles cost.
class story {
public:
    explicit story(std::vector<article_record> articles) : articles_(std::move(articles)) {}

    std::size_t size() const { return articles_.size(); }

    void grow_to(std::size_t size) { timeline_.grow({articles_.data(), std::min(size, articles_.size())}); }

    void probe(std::size_t from, std::size_t count) {
        std::vector<double> taken;
        std::size_t changed = 0;
        std::size_t largest = 0;
        for (auto size = from + 1; size <= std::min(from + count, articles_.size()); ++size) {
            const double begin = processor_ms();
            grow_to(size);
            taken.push_back(processor_ms() - begin);
            const auto& flags = timeline_.changed();
            changed += static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
        }
        for (const auto& event : timeline_.story().events) largest = std::max(largest, event.mentions.size());
        std::sort(taken.begin(), taken.end());
        std::printf("%8zu %8zu %8zu %9.1f %9.1f %9.1f %9.1f\n", from, timeline_.story().events.size(), largest,
                    static_cast<double>(changed) / static_cast<double>(taken.size()), taken[taken.size() / 2],
                    std::accumulate(taken.begin(), taken.end(), 0.0) / static_cast<double>(taken.size()), taken.back());
    }

private:
    std::vector<article_record> articles_;
    throughline::timeline::growing_timeline timeline_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: bench_growth TOPIC.jsonl [SIZES] [PROBES] [SEED]\n";
        return 2;
    }
    auto articles = read_articles(argv[1]);
    if (argc > 4) std::shuffle(articles.begin(), articles.end(), std::mt19937(std::stoul(argv[4])));
    const std::size_t probes = argc > 3 ? std::stoul(argv[3]) : 10;
    story growing(std::move(articles));
    std::printf("%8s %8s %8s %9s %9s %9s %9s\n", "articles", "events", "largest", "changed", "median ms", "mean ms",
                "most ms");
    for (const auto size : read_sizes(argc > 2 ? argv[2] : "100,500,980")) {
        growing.grow_to(size);
        growing.probe(size, probes);
    }
    return 0;
}
