// Names and addresses of what an export tells of. Names stay the same for ever; addresses follow the service.
#pragma once

#include "exports/story_export.hpp"

#include <string>
#include <string_view>

namespace throughline::exports {

/// "urn:throughline:story:s_…", "urn:throughline:event:e_…"
std::string story_name(std::string_view id);
std::string event_name(std::string_view id);

/// The reader's pages: "https://news.example/stories/s_…" and the like.
std::string story_address(const story_export& story);
std::string event_address(const story_export& story, const export_event& event);

/// The article's text as the service holds it, in the version that was read.
std::string stored_article(const story_export& story, const export_article& article);

/// Where the article was published, else the stored one.
std::string article_address(const story_export& story, const export_article& article);

}  // namespace throughline::exports
