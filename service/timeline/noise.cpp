#include "timeline/noise.hpp"

#include <algorithm>

namespace throughline::timeline {

bool worth_telling(const timeline_event& event, const mention_group& group) {
    if (event.title.empty()) return false;
    if (event.origin_count > 1) return true;
    if (!stands_alone(event.title)) return false;
    const bool founded = event.time.basis == time_basis::expression || event.time.basis == time_basis::linked;
    const auto parties = std::count_if(event.participants.begin(), event.participants.end(), [](const auto& each) {
        return each.role == participant_role::actor || each.role == participant_role::recipient;
    });
    const bool news = std::any_of(group.refs.begin(), group.refs.end(),
                                  [&](const auto& ref) { return !group.mention(ref).background; });
    const bool retold = group.refs.front().article != group.refs.back().article;
    if (!news && !(retold && founded && parties > 0)) return false;
    if (event.type == "other") return founded && parties > 0;
    // What one article says that somebody will do, with no word of when, is a wish as often as a plan.
    if (event.status == event_status::planned && !founded && parties < 2) return false;
    return parties > 0 || founded;
}

}  // namespace throughline::timeline
