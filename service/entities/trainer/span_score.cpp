#include "entities/trainer/span_score.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace throughline::entities {
namespace {

constexpr std::array<std::string_view, 3> scored_kinds{"per", "org", "geo + gpe"};

struct counts {
    double gold = 0, found = 0, both = 0;

    void print(std::string_view name, std::string& out) const {
        std::array<char, 128> line;
        std::snprintf(line.data(), line.size(), "%-10.*s P %.2f R %.2f F1 %.2f\n", static_cast<int>(name.size()),
                      name.data(), 100 * both / found, 100 * both / gold, 200 * both / (gold + found));
        out += line.data();
    }
};

/// The end of the name that begins at a word, 0 when none of a scored kind does.
std::size_t name_end(std::span<const name_label> labels, std::size_t at) {
    if (is_inside(labels[at]) || labels[at] > begin_of(name_kind::geopolitical)) return 0;
    std::size_t end = at + 1;
    while (end < labels.size() && is_inside(labels[end])) ++end;
    return end;
}

std::size_t scored_kind(name_label label) {
    return std::min<std::size_t>(label, static_cast<std::size_t>(name_kind::geographic));
}

}  // namespace

std::string span_score(std::span<const labelled_sentence> gold, std::span<const guess> found) {
    std::array<counts, scored_kinds.size()> kinds{};
    for (std::size_t s = 0; s < gold.size(); ++s) {
        const std::span<const name_label> right = gold[s].labels;
        const std::span<const name_label> told = found[s];
        for (std::size_t at = 0; at < right.size(); ++at) {
            const std::size_t right_end = name_end(right, at);
            const std::size_t told_end = name_end(told, at);
            if (right_end > 0) ++kinds[scored_kind(right[at])].gold;
            if (told_end > 0) ++kinds[scored_kind(told[at])].found;
            if (right_end > 0 && right_end == told_end && scored_kind(right[at]) == scored_kind(told[at]))
                ++kinds[scored_kind(told[at])].both;
        }
    }
    counts all;
    for (const counts& kind : kinds) {
        all.gold += kind.gold;
        all.found += kind.found;
        all.both += kind.both;
    }
    std::string out;
    all.print("all", out);
    for (std::size_t k = 0; k < kinds.size(); ++k) kinds[k].print(scored_kinds[k], out);
    return out;
}

}  // namespace throughline::entities
