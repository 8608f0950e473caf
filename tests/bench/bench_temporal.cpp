// Words a second of the time stage alone: bench_temporal FILE.jsonl [SECONDS], one article a line with a "text" member.
#include "temporal/temporal.hpp"
#include "text/tokenize.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    using namespace throughline;
    using clock = std::chrono::steady_clock;
    if (argc < 2) {
        std::cerr << "usage: bench_temporal FILE.jsonl [SECONDS]\n";
        return 2;
    }
    std::vector<document> articles;
    std::ifstream file(argv[1]);
    for (std::string line; std::getline(file, line);) {
        document doc;
        doc.text = boost::json::parse(line).at("text").as_string().c_str();
        doc.published = *parse_day("2018-03-21");
        text::tokenize(doc);
        articles.push_back(std::move(doc));
    }
    const double limit = argc > 2 ? std::atof(argv[2]) : 5;
    std::size_t words = 0;
    std::size_t expressions = 0;
    const auto begin = clock::now();
    double seconds = 0;
    do {
        for (auto& doc : articles) {
            temporal::tag(doc);
            words += doc.tokens.size();
            expressions += doc.timexes.size();
        }
        seconds = std::chrono::duration<double>(clock::now() - begin).count();
    } while (seconds < limit && words > 0);
    std::cout << static_cast<std::size_t>(static_cast<double>(words) / seconds) << " words/s, one expression in "
              << words / (expressions + 1) << " words\n";
    return 0;
}
