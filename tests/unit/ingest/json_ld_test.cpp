#include "ingest/json_ld.hpp"
#include "ingest/html_page.hpp"

#include "support/processor_time.hpp"

#include <doctest/doctest.h>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

const std::string prose = "<p>The council voted on Tuesday to mend the old pier, after a debate of six hours.</p>";

std::string script(std::string_view json) {
    return "<script type=\"application/ld+json\">" + std::string(json) + "</script>";
}

tl::page_facts read(const std::string& head, const std::string& heading = "Pier to be mended") {
    auto page = tl::read_html_page("<html><head>" + head + "</head><body><main><h1>" + heading + "</h1>" + prose +
                                   "</main></body></html>");
    REQUIRE(page);
    return std::move(*page);
}

std::optional<tl::linked_article> read_script(std::string_view json, const tl::page_identity& page = {}) {
    tl::linked_data data;
    data.add(json);
    return tl::read_json_ld(data, page);
}

const std::string teased = R"({"@type":"NewsArticle","headline":"Ferry runs aground","datePublished":"2016-01-02",
    "url":"https://harbour.example/ferry","author":"Tess Other"})";
const std::string own = R"({"@type":"NewsArticle","headline":"Pier to be mended","datePublished":"2018-03-21",
    "url":"http://www.harbour.example/pier?utm_source=x","author":"Jane Roe"})";

}  // namespace

TEST_CASE("of several articles in JSON-LD the one at the page's own address is taken") {
    const auto page =
        read("<link rel=canonical href=https://harbour.example/pier>" + script("[" + teased + "," + own + "]"));

    CHECK(page.headline == "Pier to be mended");
    CHECK(page.authors == std::vector<std::string>{"Jane Roe"});
    CHECK(page.url == "https://harbour.example/pier");
    CHECK(to_string(*page.published) == "2018-03-21");

    for (const std::string place : {R"("mainEntityOfPage":"https://harbour.example/pier")",
                                    R"("mainEntityOfPage":{"@id":"https://harbour.example/pier#page"})",
                                    R"("@id":"https://harbour.example/pier#article")", R"("url":"/pier")"}) {
        CAPTURE(place);
        const auto here = read("<link rel=canonical href=https://harbour.example/pier>" + script(teased) +
                               script(R"({"@type":"Article","headline":"Another word for it",)" + place + "}"));
        CHECK(here.headline == "Another word for it");
    }
}

TEST_CASE("where no address tells articles apart the page's headline does") {
    const auto page = read(script("[" + teased + "," + own + "]"));
    CHECK(page.authors == std::vector<std::string>{"Jane Roe"});

    const auto cut = read("<title>The pier at the end of the harbour is to be mended | Harbour Courier</title>" +
                              script("[" + teased + R"(,{"@type":"NewsArticle","author":"Jane Roe",
                                     "headline":"The pier at the end of the harbour is to..."}])"),
                          "Pier");
    CHECK(cut.authors == std::vector<std::string>{"Jane Roe"});
}

TEST_CASE("articles that a page only lists or mentions are never its own") {
    const std::string meta = R"(<meta property="og:title" content="Pier to be mended">
<meta property="article:published_time" content="2018-03-21">)";
    for (const std::string around :
         {R"({"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":%}]})",
          R"({"@type":"WebPage","mentions":[%]})", R"({"@type":"WebPage","hasPart":%})",
          R"({"@type":"WebPage","isRelatedTo":{"@graph":[%]}})", R"({"@type":"CollectionPage","relatedLink":[[%]]})"}) {
        CAPTURE(around);
        const auto at = around.find('%');
        const auto page = read(meta + script(around.substr(0, at) + teased + around.substr(at + 1)));
        CHECK(page.headline == "Pier to be mended");
        CHECK(to_string(*page.published) == "2018-03-21");
        CHECK(page.authors.empty());
    }
    CHECK(read(script(R"({"@type":"WebPage","hasPart":)" + teased + R"(,"mainEntity":)" + own + "}")).authors ==
          std::vector<std::string>{"Jane Roe"});
}

TEST_CASE("of several articles that do not fit the page none is taken") {
    const std::string third =
        R"({"@type":"NewsArticle","headline":"Market square closed","datePublished":"2015-01-02"})";
    const auto page = read(R"(<meta property="article:published_time" content="2018-03-21">)" +
                           script("[" + teased + "," + third + "]"));

    CHECK(page.headline == "Pier to be mended");
    CHECK(page.authors.empty());
    CHECK(to_string(*page.published) == "2018-03-21");
}

TEST_CASE("the only article is taken unless it names another address and another headline") {
    CHECK(read_script(teased));
    CHECK(read_script(teased, {"https://harbour.example/pier", {}}));
    CHECK(read_script(teased, {"", {"Pier to be mended"}}));
    CHECK(read_script(teased, {"https://harbour.example/ferry", {"Pier to be mended"}}));
    CHECK_FALSE(read_script(teased, {"https://harbour.example/pier", {"Pier to be mended"}}));
}

TEST_CASE("references are followed through all scripts of the page") {
    const auto page = read(script(R"({"@graph":[{"@type":"Article","headline":"Pier to be mended",
"author":[{"@id":"https://harbour.example/#jane"},{"@id":"#john"},"https://harbour.example/#jane"],
"publisher":{"@id":"https://harbour.example/#org"},"mainEntityOfPage":{"@id":"#page"}}]})") +
                           script(R"([{"@id":"https://harbour.example/#jane"},
{"@type":"Person","@id":"https://harbour.example/#jane","name":"Jane Roe"},{"@id":"#john","name":["John Doe"]},
{"@type":"WebPage","@id":"#page","url":"https://harbour.example/pier","name":"Pier"},
{"@type":"Organization","@id":"https://harbour.example/#org","name":"Harbour Courier","logo":{"@id":"#logo"}}])"));

    CHECK(page.authors == std::vector<std::string>{"Jane Roe", "John Doe", "Jane Roe"});
    CHECK(page.publisher == "Harbour Courier");
    CHECK(page.url == "https://harbour.example/pier");
}

TEST_CASE("references in circles and to nothing end") {
    const auto circle = read_script(R"([{"@type":"Article","headline":"Pier","author":{"@id":"a"},
"publisher":{"@id":"nobody"}},{"@id":"a","name":{"@id":"b"}},{"@id":"b","name":[{"@id":"a"},{"@id":"b"}]}])");
    REQUIRE(circle);
    CHECK(circle->facts.authors.empty());
    CHECK(circle->facts.publisher == "");

    std::string many = R"([{"@type":"Article","headline":"Pier","author":[)";
    for (int i = 0; i < 40'000; ++i) many += R"({"@id":"a"},)";
    many += R"({}]},{"@id":"a","name":[)";
    for (int i = 0; i < 40'000; ++i) many += "{},";
    const auto begin = throughline::test::processor_time();
    CHECK(read_script(many + "{}]}]"));
    CHECK(throughline::test::processor_time() - begin < throughline::test::linear_time);
}

TEST_CASE("strings that a template printed as they are do not cost the article") {
    for (const std::string broken :
         {"{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\",\"headline\":\"Pier\",}",
          "{\"@type\":\"NewsArticle\",\"description\":\"a\ttab \\\" and\r\n\",\"headline\":\"Pier\"}",
          "{\"@type\":\"NewsArticle\",\"description\":\"the harbour\\'s\",\"headline\":\"Pier\"}",
          "<![CDATA[{\"@type\":\"NewsArticle\",\"headline\":\"Pier\"}]]>",
          "<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"Pier\"}\n-->",
          "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Pier\"}\n//]]>"}) {
        CAPTURE(broken);
        const auto found = read_script(broken);
        REQUIRE(found);
        CHECK(found->facts.headline == "Pier");
    }
    const auto body = read_script("{\"@type\":\"NewsArticle\",\"articleBody\":\"One.\n\nTwo.\"}");
    REQUIRE(body);
    CHECK(body->facts.text == "One.\n\nTwo.");
    CHECK_FALSE(read_script("{\"@type\":\"NewsArticle\",\"headline\":\"Pier"));
}

TEST_CASE("the date of a change stands in only where nothing else tells a date") {
    const std::string changed =
        script(R"({"@type":"NewsArticle","headline":"Pier to be mended","dateModified":"2018-03-25"})");

    CHECK(to_string(*read(changed).published) == "2018-03-25");
    CHECK(to_string(*read(changed + "<meta name=pubdate content=2018-03-21>").published) == "2018-03-21");
    CHECK(to_string(*read(changed + "<link rel=canonical href=https://harbour.example/2018/03/22/pier>").published) ==
          "2018-03-22");
}

TEST_SUITE_END();
