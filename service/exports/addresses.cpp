#include "exports/addresses.hpp"

#include "exports/escape.hpp"

namespace throughline::exports {

std::string story_name(std::string_view id) { return "urn:throughline:story:" + std::string(id); }
std::string event_name(std::string_view id) { return "urn:throughline:event:" + std::string(id); }

std::string story_address(const story_export& story) { return story.base + "/stories/" + story.id; }

std::string event_address(const story_export& story, const export_event& event) {
    return story.base + "/events/" + event.id;
}

std::string stored_article(const story_export& story, const export_article& article) {
    return story.base + "/v1/articles/" + article.id + "?version=" + std::to_string(article.version);
}

std::string article_address(const story_export& story, const export_article& article) {
    return is_web_address(article.url) ? safe_address(article.url) : stored_article(story, article);
}

}  // namespace throughline::exports
