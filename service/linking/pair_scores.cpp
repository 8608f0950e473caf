#include "linking/pair_scores.hpp"

#include "linking/coreference_model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace throughline::linking {
namespace {

/// Scores are whole multiples of it, as the sums that groups are joined by.
constexpr double score_grid = 1e-6;

bool by_other(const mention_bond& left, const mention_bond& right) { return left.other < right.other; }

}  // namespace

/// Adds what has come and takes out what has gone; both lists go by index.
void pair_scores::merge(std::uint32_t mention, std::span<const mention_bond> met) {
    auto& known = bonds_[mention];
    std::vector<mention_bond> merged;
    merged.reserve(known.size() + met.size());
    auto old = known.begin();
    for (const auto& change : met) {
        old = std::find_if(old, known.end(), [&](const mention_bond& bond) {
            if (bond.other >= change.other) return true;
            merged.push_back(bond);
            return false;
        });
        if (old == known.end() || old->other != change.other) {
            merged.push_back(change);
            continue;
        }
        auto bond = *old++;
        bond.meetings += change.meetings;
        if (bond.meetings > 0)
            merged.push_back(bond);
        else if (mention < bond.other)
            changed_.push_back({mention, bond.other, bond.score, not_compared});
    }
    merged.insert(merged.end(), old, known.end());
    known = std::move(merged);
}

void pair_scores::count_meetings(const std::vector<pair_change>& pairs) {
    // Each pair stands with both of its mentions.
    std::vector<std::uint32_t> ends(bonds_.size() + 1, 0);
    for (const auto& pair : pairs) {
        ++ends[pair.left + 1];
        ++ends[pair.right + 1];
    }
    for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
    auto next = ends;
    std::vector<mention_bond> met(2 * pairs.size());
    for (const auto& pair : pairs) {
        met[next[pair.left]++] = {pair.right, pair.meetings, not_compared};
        met[next[pair.right]++] = {pair.left, pair.meetings, not_compared};
    }
    for (std::uint32_t mention = 0; mention < bonds_.size(); ++mention) {
        // The pairs go by left and right, so those of one mention go by the other.
        const std::span<const mention_bond> own(met.data() + ends[mention], met.data() + ends[mention + 1]);
        if (!own.empty()) merge(mention, own);
    }
}

double& pair_scores::score(std::uint32_t one, std::uint32_t other) {
    auto& bonds = bonds_[one];
    return std::lower_bound(bonds.begin(), bonds.end(), mention_bond{other, 0, 0}, by_other)->score;
}

void pair_scores::compare_anew(const story_mentions& story, std::uint32_t one, mention_bond& bond) {
    const auto [left, right] = std::minmax(one, bond.other);
    const auto exact = log_odds(compare(story.mentions[left], story.mentions[right], story));
    const auto now = std::round(exact / score_grid) * score_grid;
    const auto before = std::exchange(bond.score, now);
    if (before == now) return;
    score(bond.other, one) = now;
    changed_.push_back({left, right, before, now});
}

std::vector<score_change> pair_scores::update(const story_mentions& story, const std::vector<growth>& changes,
                                              const std::vector<pair_change>& pairs) {
    bonds_.resize(story.mentions.size());
    count_meetings(pairs);
    for (std::uint32_t mention = 0; mention < bonds_.size(); ++mention) {
        if (changes[mention] == growth::none) continue;
        for (auto& bond : bonds_[mention])
            if (changes[bond.other] == growth::none || mention < bond.other) compare_anew(story, mention, bond);
    }
    for (const auto& pair : pairs) {
        if (pair.meetings < 0 || changes[pair.left] != growth::none || changes[pair.right] != growth::none) continue;
        auto& bonds = bonds_[pair.left];
        const auto bond = std::lower_bound(bonds.begin(), bonds.end(), mention_bond{pair.right, 0, 0}, by_other);
        if (bond->score == not_compared) compare_anew(story, pair.left, *bond);
    }
    return std::exchange(changed_, {});
}

}  // namespace throughline::linking
