// How the cost of a story's chronology grows with its articles: bench_assemble [ARTICLES...], 100 and 1000 by default.
#include "support/story_records.hpp"
#include "timeline/timeline.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

/// Seconds of processor time of the faster of two runs.
double seconds_of(const std::vector<throughline::article_record>& articles, std::size_t& events) {
    double best = 1e9;
    for (int round = 0; round < 2; ++round) {
        const auto start = std::clock();
        events = throughline::timeline::assemble(articles).events.size();
        best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    if (sizes.empty()) sizes = {100, 1000};
    std::printf("%10s %10s %12s %16s\n", "articles", "events", "seconds", "us an article");
    for (const auto size : sizes) {
        std::size_t events = 0;
        const auto articles = throughline::test::random_story(size, 1);
        const double seconds = seconds_of(articles, events);
        std::printf("%10zu %10zu %12.3f %16.1f\n", size, events, seconds, seconds * 1e6 / static_cast<double>(size));
    }
    return 0;
}
