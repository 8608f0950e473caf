// Article records built by hand for tests of linking and timelines.
#pragma once

#include "document/article_record.hpp"

#include <span>
#include <string>
#include <vector>

namespace throughline::test {

record_participant person(std::string name, participant_role role = participant_role::actor);
record_participant place(std::string name);

/// A mention of the type with the trigger's lemma; dated by words when `on` is not empty ("2018-03-20"), undated
/// otherwise. Its trigger and evidence follow those of the article's mentions before it.
record_mention& add_mention(article_record& article, std::string type, std::string lemma, std::string on,
                            std::vector<record_participant> participants, std::vector<std::string> words = {});

article_record article(std::string key, const char* published);

/// A story of `articles` articles of some thirty mentions each, of events that recur among them and others that do not;
/// the same for the same seed.
std::vector<article_record> random_story(std::size_t articles, unsigned seed);

}  // namespace throughline::test
