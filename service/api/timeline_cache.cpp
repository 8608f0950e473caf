#include "api/timeline_cache.hpp"

#include <algorithm>

namespace throughline::api {
namespace {

constexpr std::size_t remembered_changes = 256;

/// List nodes, map nodes and the copies of ids, roughly.
constexpr std::size_t entry_overhead = 400;

}  // namespace

std::size_t timeline_cache::cost(const entry& kept) {
    return kept.timeline.body->bytes() + 2 * kept.target.size() + entry_overhead;
}

void timeline_cache::drop(entries::iterator kept) {
    const auto story = by_story_.find(kept->timeline.story_id);
    story->second.erase(kept->target);
    if (story->second.empty()) by_story_.erase(story);
    by_target_.erase(kept->target);
    bytes_ -= cost(*kept);
    by_use_.erase(kept);
}

std::optional<cached_timeline> timeline_cache::find(std::string_view target) {
    const std::lock_guard lock(mutex_);
    const auto found = by_target_.find(target);
    if (found == by_target_.end()) return std::nullopt;
    by_use_.splice(by_use_.begin(), by_use_, found->second);
    return found->second->timeline;
}

std::uint64_t timeline_cache::now() const {
    const std::lock_guard lock(mutex_);
    return clock_;
}

void timeline_cache::keep(std::string_view target, cached_timeline timeline, std::uint64_t read_at) {
    const std::lock_guard lock(mutex_);
    const bool too_old = read_at < forgotten_before_ ||
                         std::any_of(changes_.begin(), changes_.end(), [&](const remembered_change& change) {
                             return change.at > read_at && change.story_id == timeline.story_id;
                         });
    if (too_old) return;
    if (const auto before = by_target_.find(target); before != by_target_.end()) drop(before->second);
    by_use_.push_front({std::string(target), std::move(timeline)});
    const auto kept = by_use_.begin();
    by_target_.emplace(kept->target, kept);
    by_story_[kept->timeline.story_id].insert(kept->target);
    bytes_ += cost(*kept);
    while (bytes_ > most_bytes_ && !by_use_.empty()) drop(std::prev(by_use_.end()));
}

void timeline_cache::changed(std::string_view story_id, std::int64_t revision) {
    const std::lock_guard lock(mutex_);
    changes_.push_back({++clock_, std::string(story_id)});
    if (changes_.size() > remembered_changes) {
        forgotten_before_ = changes_.front().at;
        changes_.pop_front();
    }
    const auto story = by_story_.find(std::string(story_id));
    if (story == by_story_.end()) return;
    const auto targets = story->second;
    for (const auto target : targets) {
        const auto kept = by_target_.at(target);
        if (kept->timeline.revision < revision) drop(kept);
    }
}

void timeline_cache::clear() {
    const std::lock_guard lock(mutex_);
    forgotten_before_ = ++clock_;
    changes_.clear();
    by_story_.clear();
    by_target_.clear();
    by_use_.clear();
    bytes_ = 0;
}

std::size_t timeline_cache::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

}  // namespace throughline::api
