#include "jobs/positions.hpp"

#include <algorithm>

namespace throughline::jobs {
namespace {

constexpr std::int64_t gap = 1 << 20;

/// Marks the elements of a longest increasing subsequence of the known positions (patience sorting).
std::vector<bool> keep_most(const std::vector<std::optional<std::int64_t>>& before) {
    std::vector<std::size_t> tails;  ///< index of the smallest end of a run of each length
    std::vector<std::size_t> previous(before.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!before[i]) continue;
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), *before[i],
                             [&](std::size_t tail, std::int64_t value) { return *before[tail] < value; });
        if (place != tails.begin()) previous[i] = *std::prev(place);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<bool> kept(before.size(), false);
    for (auto i = tails.empty() ? before.size() : tails.back(); i < before.size(); i = previous[i]) kept[i] = true;
    return kept;
}

std::vector<std::int64_t> spread_all(std::size_t count) {
    std::vector<std::int64_t> positions;
    for (std::size_t i = 0; i < count; ++i) positions.push_back(static_cast<std::int64_t>(i + 1) * gap);
    return positions;
}

}  // namespace

std::vector<std::int64_t> spread_positions(const std::vector<std::optional<std::int64_t>>& before) {
    const auto kept = keep_most(before);
    std::vector<std::int64_t> positions(before.size());
    std::int64_t last = 0;
    for (std::size_t i = 0; i < before.size();) {
        if (kept[i]) {
            last = positions[i] = *before[i];
            ++i;
            continue;
        }
        auto end = i;
        while (end < before.size() && !kept[end]) ++end;
        const auto run = static_cast<std::int64_t>(end - i);
        const auto next = end < before.size() ? *before[end] : last + (run + 1) * gap;
        const auto step = (next - last) / (run + 1);
        if (step < 1) return spread_all(before.size());
        for (; i < end; ++i) last = positions[i] = last + step;
    }
    return positions;
}

}  // namespace throughline::jobs
