#include "jobs/story_memory.hpp"

#include <utility>

namespace throughline::jobs {

story_state story_memory::take(const std::string& story_id) {
    const std::lock_guard lock(mutex_);
    const auto place = places_.find(story_id);
    if (place == places_.end()) return {};
    auto state = std::move(place->second->state);
    forget(place->second);
    return state;
}

void story_memory::keep(const std::string& story_id, story_state state) {
    std::size_t mentions = 0;
    for (const auto& record : state.records.records) mentions += record.mentions.size();
    if (mentions > most_) return;
    const std::lock_guard lock(mutex_);
    if (const auto place = places_.find(story_id); place != places_.end()) forget(place->second);
    while (mentions_ + mentions > most_) forget(std::prev(entries_.end()));
    entries_.push_front({story_id, std::move(state), mentions});
    places_.emplace(entries_.front().story_id, entries_.begin());
    mentions_ += mentions;
}

void story_memory::forget(std::list<entry>::iterator which) {
    mentions_ -= which->mentions;
    places_.erase(which->story_id);
    entries_.erase(which);
}

}  // namespace throughline::jobs
