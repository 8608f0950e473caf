#include "jobs/formation_memory.hpp"

#include <utility>

namespace throughline::jobs {

formation_state formation_memory::take(std::int64_t turn) {
    const std::lock_guard lock(mutex_);
    auto state = std::exchange(state_, {});
    if (state.turn + 1 != turn) state.links = {};
    state.turn = turn;
    return state;
}

void formation_memory::keep(formation_state state) {
    if (state.links.size() > most_links_) state.links = {};
    if (state.profiles.size() > most_profiles_) state.profiles.clear();
    const std::lock_guard lock(mutex_);
    if (state.turn > state_.turn) state_ = std::move(state);
}

void formation_memory::forget(std::int64_t turn) {
    const std::lock_guard lock(mutex_);
    if (state_.turn == turn) state_.links = {};
}

}  // namespace throughline::jobs
