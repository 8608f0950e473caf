// Which article stands in which story, and what happens to stories when that changes.
#pragma once

#include "storage/revision_log.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

class transaction;

/// Those of the stories that exist, the oldest first.
std::vector<std::string> by_age(transaction& tx, const std::vector<std::string>& story_ids);

/// A new story without articles or timeline; returns its id.
std::string create_story(transaction& tx);

struct move {
    std::string article_id;
    std::string from;  ///< story id, "" for none
    std::string to;    ///< story id, "" for none
};
/// Holds the stories for writing until the transaction ends.
void hold_stories(transaction& tx, const std::vector<std::string>& story_ids);

/// Carries the articles from story to story.
void move_articles(transaction& tx, const std::vector<move>& moves);

/// The story's id stands for the other's from now on; its timeline is handed over when the other's is written next.
void merge_story(transaction& tx, std::string_view gone, std::string_view into);

/// Removes a story that has no article left, and what is left of those merged into it. Its id and those of their events
/// answer errc::gone, for ever; but events whose articles have gone to other stories are handed over to these when
/// they are written next.
void remove_story(transaction& tx, std::string_view story_id);

/// All articles of the story.
std::vector<std::string> articles_of(transaction& tx, std::string_view story_id);

/// An article whose place is found and that waits for a timeline that tells of it.
struct waiting_article {
    std::string article_id;
    std::uint32_t version = 1;
};
/// Those of a story. Asked before the timeline's articles are read: an article whose place is found while a timeline is
/// being made waits for the next one, even where it stood in the story before.
std::vector<waiting_article> waiting_articles(transaction& tx, std::string_view story_id);

/// An article whose newest version was read.
struct read_article {
    std::string article_id;
    std::uint32_t version = 1;
    std::string story_id;  ///< "" for none
};
/// Those of the articles that have no version that is still to be read.
std::vector<read_article> read_as_newest(transaction& tx, const std::vector<std::string>& article_ids);

/// Article states: formed articles wait for their story's timeline, those without a story are done.
void mark_processing(transaction& tx, const std::vector<std::string>& article_ids);
/// Those that wait no longer; returns their ids.
std::vector<std::string> mark_processed(transaction& tx, const std::vector<waiting_article>& articles);
/// Of the articles, those not processed become failed and are returned.
std::vector<std::string> mark_failed(transaction& tx, const std::vector<std::string>& article_ids,
                                     std::string_view reason);

}  // namespace throughline::storage
