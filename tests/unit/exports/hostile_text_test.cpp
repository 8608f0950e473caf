// Any text may stand in titles, names and quotes: each format stays well-formed and keeps what can be kept.
#include "exports/escape.hpp"
#include "exports/format.hpp"
#include "exports/writers.hpp"
#include "sample_export.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <random>
#include <vector>

namespace exports = throughline::exports;
namespace json = boost::json;
namespace test = throughline::test;

namespace {

exports::story_export hostile_story(const std::string& text) {
    auto story = test::sample_story();
    story.title = text;
    for (auto& article : story.articles) article.headline = article.publisher = text;
    story.articles[1].url = "javascript:" + text;
    for (auto& event : story.events) {
        event.title = text;
        event.participants.push_back({text, {text}, "actor"});
        for (auto& mention : event.mentions) mention.exact = mention.prefix = mention.attributed_to = text;
    }
    return story;
}

std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{"=",    "+", "-",    "@",        "\"",          "'",    ",",
                                                 ";",    ":", "\\",   "\r",       "\n",          "\t",   "<",
                                                 ">",    "&", "]]>",  "*",        "_",           "`",    "#",
                                                 "[",    "]", "(",    ")",        "|",           "{",    "}",
                                                 "\x01", " ", "a",    "1.",       "é",           "🧨", "\xe2\x80\xae",
                                                 "א",    "%", "\x7f", "\xc2\x85", "\xef\xbf\xbf"};
    std::string text;
    const auto length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    return text;
}

/// The cells of RFC 4180 text, quotation marks taken off; fails the test on text that is not.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (quoted && text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            rows.back().back() += text[++at];
        } else if (text[at] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[at] == ',') {
            rows.back().emplace_back();
        } else if (!quoted && text[at] == '\r') {
            REQUIRE(text[++at] == '\n');
            rows.push_back({""});
        } else {
            rows.back().back() += text[at];
        }
    }
    REQUIRE_FALSE(quoted);
    rows.pop_back();
    return rows;
}

void check_all(const std::string& text) {
    CAPTURE(text);
    const auto story = hostile_story(text);
    for (const auto& each : exports::formats()) {
        CAPTURE(each.name);
        const auto whole = each.write(story);
        if (each.media_type.find("json") != std::string_view::npos) {
            json::error_code failure;
            const auto read = json::parse(whole, failure);
            REQUIRE_FALSE(failure);
        }
        CHECK(whole.find("\"javascript:") == std::string::npos);
        CHECK(whole.find("(<javascript:") == std::string::npos);
    }
    const auto rows = read_csv(exports::write_csv(story));
    REQUIRE(rows.size() == 5);
    for (const auto& row : rows) {
        REQUIRE(row.size() == 16);
        CHECK(row[8].find_first_of("=+-@\t") != 0);
    }
    const auto feed = exports::write_atom(story);
    CHECK(feed.find("<script") == std::string::npos);
    CHECK(feed.find_first_of("\x01\x1b\x7f") == std::string::npos);
    const auto annotations = json::parse(exports::write_annotations(story));
    CHECK(annotations.at("first").at("items").at(0).at("target").at("selector").at(0).at("exact") ==
          json::string_view(text));
}

}  // namespace

TEST_SUITE_BEGIN("exports");

TEST_CASE("hostile titles leave every format well-formed") {
    for (const std::string title : test::hostile_titles) check_all(title);
}

TEST_CASE("random hostile titles leave every format well-formed") {
    std::mt19937 random(20180320);
    for (int i = 0; i < 200; ++i) check_all(random_text(random));
}

TEST_CASE("a calendar's lines are the same whatever stands in a title") {
    const auto names = [](const std::string& calendar) {
        std::vector<std::string> list;
        for (std::size_t begin = 0; begin < calendar.size(); begin = calendar.find("\r\n", begin) + 2)
            if (calendar[begin] != ' ')
                list.push_back(calendar.substr(begin, calendar.find_first_of(":;", begin) - begin));
        return list;
    };
    const auto plain = names(exports::write_ical(hostile_story("plain")));

    for (const std::string title : test::hostile_titles)
        CHECK(names(exports::write_ical(hostile_story(title))) == plain);
}

TEST_SUITE_END();
