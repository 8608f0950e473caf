#include "exports/evidence.hpp"

#include "exports/addresses.hpp"
#include "exports/date_words.hpp"
#include "exports/escape.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>

namespace throughline::exports {
namespace {

/// Articles quoted in one entry: enough to compare, short enough for a slide.
constexpr std::size_t most_quoted = 3;

std::string counted(std::size_t count, std::string_view thing) {
    return std::to_string(count) + ' ' + std::string(thing) + (count == 1 ? "" : "s");
}

std::string more_words(std::size_t articles) { return "and " + counted(articles - most_quoted, "more article"); }

}  // namespace

std::string told_title(const export_event& event) {
    const auto title = one_line(event.title);
    return event.status.empty() || event.status == "occurred" ? title : title + " (" + event.status + ')';
}

std::string sources_words(const export_event& event) {
    const auto sources = counted(event.source_count, "source");
    const bool fewer = event.origin_count > 0 && event.origin_count < event.source_count;
    return fewer ? sources + " of " + counted(event.origin_count, "origin") : sources;
}

std::string summary_words(const export_event& event) {
    std::string words = one_line(event.type) + " · " + date_words(event.time);
    if (!event.status.empty() && event.status != "occurred") words += " · " + event.status;
    return words + " · " + sources_words(event);
}

std::string story_words(const story_export& story) {
    return counted(story.article_count, "article") + " of " + counted(story.publisher_count, "publisher") + ", " +
           counted(story.events.size(), "event");
}

std::vector<telling_article> telling_articles(const export_event& event) {
    std::vector<telling_article> telling;
    std::set<std::size_t> seen;
    for (std::size_t i = 0; i < event.mentions.size(); ++i)
        if (seen.insert(event.mentions[i].article).second) telling.push_back({event.mentions[i].article, i});
    return telling;
}

std::string article_words(const export_article& article) {
    const auto publisher = one_line(article.publisher), headline = one_line(article.headline);
    if (publisher.empty()) return headline.empty() ? article.id : headline;
    return headline.empty() ? publisher : publisher + ": " + headline;
}

std::string published_day(const export_article& article) { return article.published_at.substr(0, 10); }

std::string event_html(const story_export& story, const export_event& event) {
    std::string html = "<p>" + xml_text(summary_words(event)) + "</p>";
    const auto telling = telling_articles(event);
    for (std::size_t i = 0; i < telling.size() && i < most_quoted; ++i) {
        const auto& article = story.articles[telling[i].article];
        const auto address = xml_text(article_address(story, article));
        html += "<blockquote cite=\"" + address + "\">" + xml_text(one_line(event.mentions[telling[i].mention].exact)) +
                "</blockquote><p>– <a href=\"" + address + "\">" + xml_text(article_words(article)) + "</a>, " +
                xml_text(published_day(article)) + "</p>";
    }
    if (telling.size() > most_quoted)
        html += "<p><a href=\"" + xml_text(event_address(story, event) + "/sources") + "\">" +
                more_words(telling.size()) + "</a></p>";
    return html;
}

std::string event_text(const story_export& story, const export_event& event) {
    std::string text = summary_words(event);
    const auto telling = telling_articles(event);
    for (std::size_t i = 0; i < telling.size() && i < most_quoted; ++i) {
        const auto& article = story.articles[telling[i].article];
        text += "\n“" + one_line(event.mentions[telling[i].mention].exact) + "” – " + article_words(article) + ", " +
                published_day(article) + ", " + article_address(story, article);
    }
    if (telling.size() > most_quoted) text += '\n' + more_words(telling.size());
    return text;
}

std::vector<std::size_t> last_changed_first(const story_export& story) {
    std::vector<std::size_t> order(story.events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return story.events[left].changed_at > story.events[right].changed_at;
    });
    return order;
}

}  // namespace throughline::exports
