#include "exports/addresses.hpp"
#include "exports/date_words.hpp"
#include "exports/escape.hpp"
#include "exports/evidence.hpp"
#include "exports/writers.hpp"

#include <boost/json.hpp>

namespace throughline::exports {
namespace {

namespace json = boost::json;

json::object date_object(day value) {
    const std::chrono::year_month_day date(value);
    json::object object;
    object["year"] = static_cast<int>(date.year());
    object["month"] = static_cast<unsigned>(date.month());
    object["day"] = static_cast<unsigned>(date.day());
    return object;
}

json::object slide_text(std::string_view headline, std::string html) {
    json::object text;
    text["headline"] = xml_text(one_line(headline));
    text["text"] = std::move(html);
    return text;
}

json::object slide(const story_export& story, const export_event& event) {
    const auto begin = event.time.first ? *event.time.first : *event.time.last;
    const auto words = date_words(event.time);
    json::object object;
    object["unique_id"] = event.id;
    object["start_date"] = date_object(begin);
    if (event.time.last && *event.time.last != begin) object["end_date"] = date_object(*event.time.last);
    object["display_date"] = words;
    object["text"] = slide_text(told_title(event), event_html(story, event));
    return object;
}

}  // namespace

std::string write_timelinejs(const story_export& story) {
    json::array slides;
    std::string undated;
    for (const auto& event : story.events) {
        if (event.time.first || event.time.last)
            slides.push_back(slide(story, event));
        else
            undated += "<li>" + xml_text(told_title(event)) + "</li>";
    }
    auto about = "<p>" + xml_text(story_words(story)) + "</p>";
    if (!undated.empty()) about += "<p>Without a date:</p><ul>" + undated + "</ul>";
    json::object title;
    title["unique_id"] = story.id;
    title["text"] = slide_text(story.title, std::move(about));
    json::object whole;
    whole["scale"] = "human";
    whole["title"] = std::move(title);
    whole["events"] = std::move(slides);
    return json_text(whole);
}

}  // namespace throughline::exports
