#include "timeline/event_time_merge.hpp"

#include "temporal/edtf.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace throughline::timeline {
namespace {

using linking::mention_ref;

struct dated_mention {
    mention_ref ref;
    const event_time* time = nullptr;
    std::size_t order = 0;  ///< among the event's mentions
};

constexpr int rank_of_publication = static_cast<int>(time_basis::publication);

/// 0 is the best founded; a bound on one side, whatever it rests on, says less than the article's own date.
int rank(const event_time& time) {
    if (!time.dated()) return 4;
    if (!time.first || !time.last) return 3;
    return time.basis == time_basis::none ? 3 : static_cast<int>(time.basis);
}

bool compatible(const event_time& left, const event_time& right) {
    const auto before = [](const event_time& one, const event_time& other) {
        return one.last && other.first && *one.last < *other.first;
    };
    return !before(left, right) && !before(right, left);
}

/// Days the time leaves open; a bound leaves more than any closed interval.
long long width(const event_time& time) {
    if (!time.first || !time.last) return 1'000'000;
    return (*time.last - *time.first).count();
}

/// Articles with a date of the same rank or better that allows this one.
std::size_t support(const dated_mention& candidate, std::span<const dated_mention> all) {
    // The mentions of one article stand together.
    std::size_t articles = 0;
    const dated_mention* last = nullptr;
    for (const auto& other : all) {
        if (last && last->ref.article == other.ref.article) continue;
        if (rank(*other.time) > rank(*candidate.time) || !compatible(*candidate.time, *other.time)) continue;
        ++articles;
        last = &other;
    }
    return articles;
}

/// A publication date is the latest day an event told as past can have happened on: the earliest of them is nearest.
auto preference(const dated_mention& mention, std::span<const dated_mention> all) {
    const auto& time = *mention.time;
    const bool published = time.basis == time_basis::publication && time.first;
    const auto published_day = published ? time.first->time_since_epoch().count() : 0;
    const auto allowed = published ? 0 : -static_cast<long long>(support(mention, all));
    return std::tuple(rank(time), published_day, allowed, width(time), mention.order);
}

void narrow(event_time& time, const event_time& bound) {
    if (!compatible(time, bound) || width(time) == 0) return;
    const auto first = bound.first && (!time.first || *time.first < *bound.first) ? bound.first : time.first;
    const auto last = bound.last && (!time.last || *bound.last < *time.last) ? bound.last : time.last;
    if (first == time.first && last == time.last) return;
    time.first = first;
    time.last = last;
    time.edtf = temporal::to_edtf(first, last, granularity::day);
    if (first && first == last) time.unit = granularity::day;
}

/// What the texts tell of the event's having happened without dating it.
struct known_past {
    std::optional<day> by;             ///< the earliest day by which it had
    std::set<std::uint32_t> articles;  ///< those that say so

    /// Whether a date that rests on when its article appeared says nothing: of an event that an earlier one tells as
    /// past, or of a plan that the same article tells as done.
    bool outdates(const event_time& time, std::uint32_t article) const {
        if (rank(time) < rank_of_publication || !by || !time.first) return false;
        const bool plan = !time.last;
        return (plan || rank(time) == rank_of_publication) &&
               (*by < *time.first || (plan && articles.contains(article)));
    }
};

known_past known_of(std::span<const article_record> articles, std::span<const mention_ref> mentions) {
    known_past known;
    for (const auto& ref : mentions) {
        const auto& mention = articles[ref.article].mentions[ref.mention];
        const bool happened = mention.status == event_status::occurred || mention.status == event_status::alleged;
        if (!happened || !mention.time.last || rank(mention.time) < rank_of_publication) continue;
        if (!known.by || *mention.time.last < *known.by) known.by = mention.time.last;
        known.articles.insert(ref.article);
    }
    return known;
}

}  // namespace

merged_time merge_times(std::span<const article_record> articles, std::span<const mention_ref> mentions) {
    const auto known = known_of(articles, mentions);
    std::vector<dated_mention> dated;
    for (const auto& ref : mentions) {
        const auto& time = articles[ref.article].mentions[ref.mention].time;
        if (known.outdates(time, ref.article)) continue;
        dated.push_back({ref, &time, dated.size()});
    }
    std::vector<decltype(preference(dated.front(), dated))> preferences;
    for (const auto& each : dated) preferences.push_back(preference(each, dated));
    const auto best = dated.begin() + (std::min_element(preferences.begin(), preferences.end()) - preferences.begin());
    merged_time merged{*best->time, best->ref};
    if (rank(merged.time) == 4) return merged;
    for (const auto& other : dated)
        if (other.time->dated() && rank(*other.time) != rank_of_publication) narrow(merged.time, *other.time);
    return merged;
}

}  // namespace throughline::timeline
