#include "timeline/select.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace throughline::timeline {
namespace {

/// An event chosen on the same day takes this share off the worth of another.
constexpr double crowding = 0.35;
/// Days after which the share has fallen to about a third.
constexpr double crowding_days = 3;

long long middle(const selection_candidate& candidate) {
    const auto first = candidate.first ? candidate.first : candidate.last;
    const auto last = candidate.last ? candidate.last : candidate.first;
    return (first->time_since_epoch().count() + last->time_since_epoch().count()) / 2;
}

bool dated(const selection_candidate& candidate) { return candidate.first || candidate.last; }

/// What is left of a candidate's worth beside a chosen one; undated events crowd each other only.
double beside(const selection_candidate& candidate, const selection_candidate& chosen) {
    if (dated(candidate) != dated(chosen)) return 1;
    const auto apart = dated(candidate) ? std::llabs(middle(candidate) - middle(chosen)) : 0;
    return 1 - crowding * std::exp(-static_cast<double>(apart) / crowding_days);
}

}  // namespace

std::vector<std::uint32_t> select_best(std::span<const selection_candidate> candidates, std::size_t count) {
    std::vector<double> worth;
    for (const auto& candidate : candidates) worth.push_back(candidate.salience);
    std::vector<bool> taken(candidates.size(), false);
    std::vector<std::uint32_t> chosen;
    while (chosen.size() < std::min(count, candidates.size())) {
        std::size_t best = candidates.size();
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (!taken[i] && (best == candidates.size() || worth[i] > worth[best])) best = i;
        taken[best] = true;
        chosen.push_back(static_cast<std::uint32_t>(best));
        for (std::size_t i = 0; i < candidates.size(); ++i) worth[i] *= beside(candidates[i], candidates[best]);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<std::uint32_t> select_best(std::span<const timeline_event> events, std::size_t count) {
    std::vector<selection_candidate> candidates;
    for (const auto& event : events) candidates.push_back({event.salience, event.time.first, event.time.last});
    return select_best(candidates, count);
}

}  // namespace throughline::timeline
