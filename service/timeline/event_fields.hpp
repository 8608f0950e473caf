// What an event's mentions say together: type, status, people and title.
#pragma once

#include "document/article_record.hpp"
#include "linking/merge_record.hpp"
#include "linking/story_participants.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::timeline {

/// The mentions of one event and the articles they stand in; never empty.
struct mention_group {
    std::span<const article_record> articles;
    std::span<const linking::mention_ref> refs;

    const record_mention& mention(linking::mention_ref ref) const {
        return articles[ref.article].mentions[ref.mention];
    }
};

/// The type most articles give; a specific one before "statement", anything before "other".
std::string vote_type(const mention_group& group);

/// Occurred where as many articles tell it so as plan it, since a plan may have come true; else what most say.
event_status vote_status(const mention_group& group);

/// Everyone that a mention names, each once, under the fullest name and the most frequent role; most often named first.
std::vector<record_participant> unite_participants(const mention_group& group,
                                                   const linking::story_participants& persons);

/// The title of a mention of the event's type and status that stands alone, where there is one; of these one that is
/// news and of the event's days, names most of the participants and agrees best with the others.
std::string best_title(const mention_group& group, std::string_view type, event_status status, const event_time& time,
                       std::span<const record_participant> participants);

/// How many of the participants a title names, each by the last word of the name.
std::size_t named_in(std::string_view title, std::span<const record_participant> participants);

/// Whether a title is understood without its article: extraction ends others with "…".
bool stands_alone(std::string_view title);

/// Publishers that tell of the event.
std::uint32_t count_publishers(const mention_group& group);
/// Of these the ones independent of each other: publishers of which any two articles go back to one report count once,
/// and no publisher more than once however much it writes itself.
std::uint32_t count_origins(const mention_group& group);

}  // namespace throughline::timeline
