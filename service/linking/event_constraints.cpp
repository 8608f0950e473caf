#include "linking/event_constraints.hpp"

#include <algorithm>
#include <iterator>

namespace throughline::linking {
namespace {

/// How much older than its article says what is told as news may be.
constexpr std::chrono::days news_age{1};
/// The same for what somebody is reported to have said farther down.
constexpr std::chrono::days report_age{4};

constexpr std::string_view different_people = "They tell of different people.";

number_set unite(const number_set& left, const number_set& right) {
    number_set united;
    std::set_union(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(united));
    return united;
}

/// What both name, so that a mention of several does not make one event of what each of them did; all that either names
/// where that is fewer than `least`.
number_set narrow(const number_set& left, const number_set& right, std::size_t least) {
    number_set shared;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
    return shared.size() < least ? unite(left, right) : shared;
}

bool apart(const number_set& left, const number_set& right) {
    return !left.empty() && !right.empty() && !meet(left, right);
}

/// Both know two parties or more and share fewer than two, or the only one known is not among the other's.
bool different_pairs(const event_profile& left, const event_profile& right) {
    const auto left_pair = unite(left.actors, left.recipients);
    const auto right_pair = unite(right.actors, right.recipients);
    const auto needed = std::min({left_pair.size(), right_pair.size(), std::size_t{2}});
    return shared_count(left_pair, right_pair) < needed;
}

/// May befall one after another, so that only a name tells whom.
bool befalls_others(const event_profile& profile) { return profile.befalls == once::named; }

bool untyped(const event_profile& profile) { return (profile.groups & any_group) != 0; }

/// The groups that an event of both can be in.
std::uint32_t shared_groups(std::uint32_t left, std::uint32_t right) {
    if ((left & any_group) != 0) return right;
    return (right & any_group) != 0 ? left : left & right;
}

/// Who can be behind the event: the speaker of a speech act, either side of a talk.
number_set agents(const event_profile& profile) {
    return profile.mixed || profile.by == identity::pair ? unite(profile.actors, profile.recipients) : profile.actors;
}

bool parties_differ(const event_profile& left, const event_profile& right) {
    if (left.mixed || right.mixed || left.by != right.by) return apart(agents(left), agents(right));
    switch (left.by) {
        case identity::speaker: return apart(left.actors, right.actors);
        case identity::target:
            return left.persons.empty() || right.persons.empty() ? apart(left.recipients, right.recipients)
                                                                 : apart(left.persons, right.persons);
        case identity::pair: return different_pairs(left, right);
        case identity::any: return false;
    }
    return false;
}

}  // namespace

event_profile::event_profile(const story_mention& mention)
    : actors(mention.actors),
      recipients(mention.recipients),
      persons(mention.persons),
      victims(mention.victims),
      route_from(mention.route_from),
      route_to(mention.route_to),
      groups(mention.rule.groups),
      by(mention.rule.by),
      befalls(mention.rule.befalls) {
    // What an article announces lies no earlier than the article, what it tells as news not long before it, and what it
    // tells as past no later, whether or not words date it.
    if (mention.founded || mention.status == event_status::planned) first = mention.first;
    if (mention.news && mention.first) first = *mention.first - (mention.leads ? news_age : report_age);
    if (mention.founded || mention.status == event_status::occurred) last = mention.last;
}

void event_profile::absorb(const event_profile& other) {
    const std::size_t least = by == identity::pair || other.by == identity::pair ? 2 : 1;
    actors = narrow(actors, other.actors, least);
    recipients = unite(recipients, other.recipients);
    persons = unite(persons, other.persons);
    route_from = unite(route_from, other.route_from);
    route_to = unite(route_to, other.route_to);
    victims = narrow(victims, other.victims, 1);
    if (befalls == once::none) befalls = other.befalls;
    if (other.first && (!first || *first < *other.first)) first = other.first;
    if (other.last && (!last || *other.last < *last)) last = other.last;
    // What has no type of its own takes on that of the other.
    if (untyped(*this)) {
        by = other.by;
        mixed = other.mixed;
    } else if (!untyped(other)) {
        mixed = mixed || other.mixed || by != other.by;
    }
    groups = shared_groups(groups, other.groups);
}

std::string_view conflict(const event_profile& left, const event_profile& right) {
    if (!related(left.groups, right.groups)) return "They are events of different kinds.";
    if (meet(left.victims, right.victims) && left.befalls != once::named && right.befalls != once::named) return {};
    if (apart(left.victims, right.victims)) return different_people;
    const auto before = [](const event_profile& one, const event_profile& other) {
        return one.last && other.first && *one.last < *other.first;
    };
    if (before(left, right) || before(right, left)) return "The texts date them to different days.";
    if (parties_differ(left, right)) return different_people;
    if (meet(left.route_from, right.route_to) || meet(left.route_to, right.route_from))
        return "One goes to where the other comes from.";
    const bool one_day = left.first && left.first == left.last && left.first == right.first && left.last == right.last;
    if (befalls_others(left) && befalls_others(right) && left.victims.empty() && right.victims.empty() && !one_day)
        return "Neither says whom it befell.";
    return {};
}

}  // namespace throughline::linking
