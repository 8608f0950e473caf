// Changes to an event's JSON text that need no new assembly of its story.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

struct unlinked_document {
    std::string document;
    std::string title;   ///< of the event
    std::string fields;  ///< JSON array of what differs for readers, as in pending_change; "" when nothing does
};

/// An event's document without its links to the events given. All else stays byte for byte.
unlinked_document without_links(std::string_view document, const std::vector<std::string>& gone);

}  // namespace throughline::storage
