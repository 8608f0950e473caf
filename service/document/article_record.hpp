// What is kept of a read article: plain data without the text, enough to link its events and to form stories.
#pragma once

#include "document/entity.hpp"
#include "document/event_mention.hpp"
#include "document/timex.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline {

struct record_participant {
    std::string name;                  ///< "Donald Trump"
    std::vector<std::string> aliases;  ///< sorted: "President Trump", "Trump"
    std::string key;                   ///< entity::key, the same in every article that means the same one
    entity_kind kind = entity_kind::other;
    participant_role role = participant_role::other;

    bool operator==(const record_participant&) const = default;
};

/// The words that date a mention.
struct record_time_expression {
    span where;         ///< code points
    std::string text;   ///< "Tuesday"
    std::string value;  ///< TIMEX3 value: "2018-03-20"

    bool operator==(const record_time_expression&) const = default;
};

/// event_mention without its document. All spans count Unicode code points of the stored text, half-open.
struct record_mention {
    std::string type;
    std::string lemma;  ///< of the trigger's head: "congratulate"
    span trigger;
    span evidence;
    std::vector<record_participant> participants;
    event_time time;
    std::optional<record_time_expression> time_expression;
    event_status status = event_status::occurred;
    bool background = false;
    std::string attributed_to;
    std::string said;                ///< words of the direct quote it stands in or is, folded: lower case, no marks
    std::vector<std::string> words;  ///< content lemmas of the evidence, sorted, each once
    std::vector<std::string> route_from;  ///< keys of the places that it goes from, sorted, each once
    std::vector<std::string> route_to;    ///< the same of the places that it goes to
    std::string counted;                  ///< ordinal of the trigger: "second" of "the second search"
    std::uint32_t sentence = 0;           ///< counted from 0 within the article
    std::vector<mention_link> links;      ///< targets are indices into article_record::mentions; words in code points
    std::string title;                    ///< headline present, at most 90 characters

    bool operator==(const record_mention&) const = default;
};

/// A word or name that tells what an article is about, with its weight in it.
struct weighted_term {
    std::string term;  ///< "e:vladimir putin" for an entity key, "w:nerve" for a lemma
    float weight = 0;  ///< from 0 to 1; the squares of an article's weights sum to 1

    bool operator==(const weighted_term&) const = default;
};

struct article_record {
    std::string key;  ///< canonical URL, or the content's hash where there is none: orders articles everywhere
    std::string publisher;
    std::string headline;
    day published{};
    std::string origin;                    ///< equal for articles that go back to one report; see ingest/origin.hpp
    std::vector<record_mention> mentions;  ///< in text order of trigger
    std::vector<weighted_term> terms;      ///< heaviest first, at most 64; empty when there is nothing to link

    bool operator==(const article_record&) const = default;
};

}  // namespace throughline
