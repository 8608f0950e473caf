// The evidence of many events at once, for exports: three statements however many events there are.
#pragma once

#include "document/span.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::storage {

class transaction;

struct evidence_article {
    std::string id;
    std::uint32_t version = 1;
    std::string url;  ///< "" when none is known
    std::string headline;
    std::string publisher;
    std::string published_at;
};

struct evidence_mention {
    std::size_t article = 0;  ///< index into story_evidence::articles
    std::string exact;        ///< text[position]
    std::string prefix;       ///< up to 32 code points before
    std::string suffix;       ///< up to 32 code points after
    span position;            ///< code points, half-open
    std::string attributed_to;
};

/// When the service told of an event, RFC 3339 UTC.
struct event_telling {
    std::string added_at;
    std::string changed_at;
};

struct story_evidence {
    std::vector<evidence_article> articles;                                   ///< by day of publication, then key
    std::unordered_map<std::string, std::vector<evidence_mention>> mentions;  ///< by event, in the articles' order
    std::unordered_map<std::string, event_telling> told;                      ///< by event; absent without a revision
};

/// Of those among the events that the story holds.
story_evidence read_evidence(transaction& tx, std::string_view story_id, const std::vector<std::string>& event_ids);

}  // namespace throughline::storage
