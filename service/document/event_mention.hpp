// One place in one article that tells of an event.
#pragma once

#include "document/event_time.hpp"
#include "document/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

enum class event_status : std::uint8_t { occurred, planned, denied, alleged };

enum class participant_role : std::uint8_t {
    actor,      ///< who does it, speaks, is appointed or disappears
    recipient,  ///< to whom it is done or addressed; the target of a criticism, a killing, sanctions
    place,      ///< where, when named
    other       ///< present or concerned without one of these roles
};

struct mention_participant {
    std::uint32_t entity = 0;  ///< index into document::entities
    participant_role role = participant_role::other;
};

enum class relation : std::uint8_t { responds_to, denies, causes, subevent_of, contradicts, about };

/// What the text says of how one mention bears on another of the same document.
struct mention_link {
    relation kind = relation::about;
    std::uint32_t target = 0;  ///< index into document::mentions
    span words;                ///< the words it rests on

    bool operator==(const mention_link&) const = default;
};

/// A trigger with all that its sentence says of it.
struct event_mention {
    std::string type;                               ///< a name from the ontology, "other" outside every type
    std::uint32_t trigger_token = 0;                ///< head token of the trigger
    span trigger;                                   ///< the trigger's words ("held talks")
    span evidence;                                  ///< the words that say so: the clause or sentence, trigger included
    std::vector<mention_participant> participants;  ///< in text order, no entity twice in one role
    event_time time;
    std::optional<std::uint32_t> timex;  ///< index into document::timexes, when words give the date
    std::optional<std::uint32_t> quote;  ///< index into document::quotes: the speech act itself or the one it stands in
    event_status status = event_status::occurred;
    bool background = false;    ///< told as known before ("the 2016 election"), not as news
    std::string attributed_to;  ///< who says so, "" when the article does
    std::vector<mention_link> links;
    std::string title;  ///< headline present, at most 90 characters, stands alone
};

std::string_view name(event_status status);
std::string_view name(participant_role role);
std::string_view name(relation kind);
std::optional<event_status> parse_event_status(std::string_view name);
std::optional<participant_role> parse_participant_role(std::string_view name);
std::optional<relation> parse_relation(std::string_view name);

}  // namespace throughline
