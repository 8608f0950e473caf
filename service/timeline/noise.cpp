#include "timeline/noise.hpp"

#include "timeline/title_flaws.hpp"

#include <algorithm>

namespace throughline::timeline {

bool worth_telling(const timeline_event& event, const mention_group& group) {
    if (event.title.empty()) return false;
    if (event.origin_count > 1) return true;
    if (title_flaws(event.title) > 0) return false;
    const bool founded = event.time.basis == time_basis::expression || event.time.basis == time_basis::linked;
    const bool has_party = std::any_of(event.participants.begin(), event.participants.end(), [](const auto& each) {
        return each.role == participant_role::actor || each.role == participant_role::recipient;
    });
    const bool news = std::any_of(group.refs.begin(), group.refs.end(),
                                  [&](const auto& ref) { return !group.mention(ref).background; });
    if (event.type == "other") return news && founded && has_party;
    if (news) return has_party || founded;
    return has_party && founded && event.status != event_status::planned;
}

}  // namespace throughline::timeline
