#include "exports/addresses.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <string_view>

namespace throughline::exports {
namespace {

std::string element(std::string_view name, std::string_view text) {
    return '<' + std::string(name) + '>' + xml_text(text) + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view relation, std::string_view type, std::string_view address) {
    return "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\" href=\"" +
           xml_text(address) + "\"/>\n";
}

std::string entry(const story_export& story, const export_event& event) {
    std::string xml = "<entry>\n" + element("id", event_name(event.id)) + element("title", told_title(event)) +
                      element("published", event.added_at) + element("updated", event.changed_at) +
                      link("alternate", "application/json", event_address(story, event));
    for (const auto& telling : telling_articles(event))
        xml += link("related", "text/html", article_address(story, story.articles[telling.article]));
    xml += "<category term=\"" + xml_text(event.type) + "\"/>\n";
    if (!event.time.edtf.empty()) xml += element("dcterms:temporal", event.time.edtf);
    xml += element("summary", summary_words(event));
    return xml + "<content type=\"html\">" + xml_text(event_html(story, event)) + "</content>\n</entry>\n";
}

}  // namespace

std::string write_atom(const story_export& story) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:dcterms=\"http://purl.org/dc/terms/\">\n";
    xml += element("id", story_name(story.id)) + element("title", one_line(story.title));
    xml += element("subtitle", story_words(story)) + element("updated", story.updated_at);
    xml += "<author><name>Throughline</name></author>\n<generator>Throughline</generator>\n";
    xml += link("self", "application/atom+xml", story.self);
    xml += link("alternate", "application/json", story_address(story));
    for (const auto index : last_changed_first(story)) xml += entry(story, story.events[index]);
    return xml + "</feed>\n";
}

}  // namespace throughline::exports
