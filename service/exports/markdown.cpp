#include "exports/addresses.hpp"
#include "exports/date_words.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <map>
#include <string_view>

namespace throughline::exports {
namespace {

std::string relation_words(std::string relation) {
    if (relation == "subevent_of") return "part of";
    for (auto& letter : relation)
        if (letter == '_') letter = ' ';
    return relation;
}

std::string sources(const story_export& story, const export_event& event) {
    std::string list;
    for (const auto& telling : telling_articles(event)) {
        const auto& article = story.articles[telling.article];
        const auto name = article.publisher.empty() ? article_words(article) : article.publisher;
        list += list.empty() ? ": " : ", ";
        list += '[' + markdown_text(name) + "](" + markdown_address(article_address(story, article)) + ')';
    }
    return sources_words(event) + list;
}

std::string entry(const story_export& story, const export_event& event,
                  const std::map<std::string_view, const export_event*>& by_id) {
    std::string text = "- **" + markdown_text(told_title(event)) + "** – " + markdown_text(event.type) + ", " +
                       sources(story, event) + '\n';
    if (!event.mentions.empty()) text += "\n  > " + markdown_text(event.mentions.front().exact) + "\n\n";
    for (const auto& link : event.links)
        if (const auto target = by_id.find(link.event_id); target != by_id.end())
            text += "  - " + relation_words(link.relation) + ": " + markdown_text(target->second->title) + '\n';
    return text;
}

}  // namespace

std::string write_markdown(const story_export& story) {
    std::map<std::string_view, const export_event*> by_id;
    for (const auto& event : story.events) by_id.emplace(event.id, &event);
    std::string text = "# " + markdown_text(story.title) + "\n\n" + story_words(story) + ". Revision " +
                       std::to_string(story.revision) + " of " + story.updated_at.substr(0, 10) + ", <" +
                       safe_address(story.self) + ">.\n";
    std::string before;
    for (const auto& event : story.events) {
        auto words = date_words(event.time);
        if (words == "undated") words = "Undated";
        if (words != before) text += "\n## " + words + "\n\n";
        before = std::move(words);
        text += entry(story, event, by_id);
    }
    return text;
}

}  // namespace throughline::exports
