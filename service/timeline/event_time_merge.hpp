// One date for an event that several mentions date.
#pragma once

#include "document/article_record.hpp"
#include "linking/merge_record.hpp"

#include <span>

namespace throughline::timeline {

struct merged_time {
    event_time time;
    linking::mention_ref dated_by;  ///< the mention whose date was taken
};

/// The best founded date: words before a date taken from another event, that before the publication date, that before a
/// bound. Among equally founded ones the one that most articles allow, then the most exact, then the first told. Bounds
/// that do not contradict it narrow a date that stays open or longer than a day. `mentions` is not empty.
merged_time merge_times(std::span<const article_record> articles, std::span<const linking::mention_ref> mentions);

}  // namespace throughline::timeline
