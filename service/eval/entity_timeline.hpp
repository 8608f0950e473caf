// Timelines of one entity in the format of SemEval-2015 Task 4.
#pragma once

#include "document/document.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::eval {

/// The words in which an entity is named or meant.
struct target_words {
    std::vector<std::uint32_t> heads;     ///< tokens that govern its mentions, ascending
    std::vector<std::uint32_t> entities;  ///< of the document that are the target
};

/// Where a document speaks of the entity called `name`: its words in their order, one other word between them allowed,
/// in whatever case; where they do not stand so, without the first of three or more. Entities named there count with
/// all their mentions.
target_words find_target(const document& doc, std::string_view name);

/// Whether the entity acts in the event or undergoes it: by its participants, or by how its words hang on the trigger.
bool takes_part(const document& doc, const target_words& target, const event_mention& mention);

/// Whether the mention's sentence names the entity or means it.
bool is_beside(const document& doc, const target_words& target, const event_mention& mention);

/// An event of the entity as the task writes it.
struct target_event {
    std::string name;      ///< "16844-2-unveiled"
    std::string lemma;     ///< of its trigger
    std::string date;      ///< "2010-06-07", "2008-03", "2004"; "" when nothing dates it
    bool founded = false;  ///< words of the text give the date
};

/// The day, month or year of a mention; without words that date it, the day of the article's news.
target_event dated_event(const document& doc, const event_mention& mention, std::string name);

/// The lines of a timeline, title first: events of one date share their number, those without a date have 0. An event
/// without words that date it takes the date of one of the same verb that has some, when that lies before its
/// article's.
std::string write_timeline(std::string_view entity, std::vector<target_event> events);

/// "s_and_p_500.txt" for "S&P 500".
std::string timeline_file_name(std::string_view entity);

}  // namespace throughline::eval
