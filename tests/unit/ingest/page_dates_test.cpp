#include "ingest/page_dates.hpp"

#include "support/processor_time.hpp"

#include <doctest/doctest.h>

#include <string>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

// "published modified", "-" for none.
std::string dates(const std::string& html) {
    const auto page = tl::parse_html(html);
    REQUIRE(page);
    const auto found = tl::read_page_dates(*page);
    return (found.published ? to_string(*found.published) : "-") + " " +
           (found.modified ? to_string(*found.modified) : "-");
}

const std::string clock_header = "<header><time datetime=2024-05-05>Today is 5 May 2024</time></header>";
const std::string heading = "<h1>Pier to be mended</h1>";

}  // namespace

TEST_CASE("a clock in the page's header is not the article's date") {
    CHECK(dates(clock_header + "<article>" + heading + "<time>21 March 2018</time></article>") == "2018-03-21 -");
    CHECK(dates(clock_header + "<main><div>" + heading + "</div><time>21 March 2018</time></main>") == "2018-03-21 -");
    CHECK(dates(clock_header + "<div>" + heading + "<time datetime=2018-03-21></time></div>") == "2018-03-21 -");
    CHECK(dates(clock_header + "<article>" + heading + "</article>") == "- -");
    CHECK(dates("<footer><time>5 May 2024</time></footer>" + heading) == "- -");
    CHECK(dates("<time>5 May 2024</time><article>" + heading + "<time>21 March 2018</time></article>") ==
          "2018-03-21 -");
    CHECK(dates("<article><time>1 May 2017</time><h2>Other</h2></article><article>" + heading +
                "<time>21 March 2018</time></article>") == "2018-03-21 -");
}

TEST_CASE("a header that holds the headline holds the date") {
    CHECK(dates("<header><h1>Harbour Courier</h1><time>5 May 2024</time></header><header>" + heading +
                "<time>21 March 2018</time></header><article>" + heading + "</article>") == "2018-03-21 -");
    CHECK(dates("<header>" + heading + "<time>21 March 2018</time></header>") == "2018-03-21 -");
    CHECK(dates("<header><time>21 March 2018</time></header>") == "2018-03-21 -");
}

TEST_CASE("a date marked as published comes first and one of a change never does") {
    const auto story = [](const std::string& inside) { return dates("<article>" + heading + inside + "</article>"); };

    CHECK(story("<p>Updated <time>22 March 2018</time></p><p>Published <time pubdate>21 March 2018</time></p>") ==
          "2018-03-21 2018-03-22");
    CHECK(story("<p>Last updated: <time>22 March 2018</time> First published <time>21 March 2018</time></p>") ==
          "2018-03-21 2018-03-22");
    CHECK(story("<time class=updated-at>22 March 2018</time><time>21 March 2018</time>") == "2018-03-21 2018-03-22");
    CHECK(story("<time itemprop=dateModified datetime=2018-03-22></time><time>20 March 2018</time>"
                "<meta itemprop=datePublished content=2018-03-21>") == "2018-03-21 2018-03-22");
    CHECK(story("<span itemprop=datePublished>21 March 2018</span>") == "2018-03-21 -");
    CHECK(story("<dl><dt>Modified</dt><dd><time>22 March 2018</time></dd></dl>") == "- 2018-03-22");
}

TEST_CASE("a line that names itself a date is read as in plain text") {
    const auto story = [](const std::string& inside) { return dates("<article>" + heading + inside + "</article>"); };

    CHECK(story("<p class=date>Published 21 March 2018, 14:05 GMT</p>") == "2018-03-21T14:05:00Z -");
    CHECK(story("<div id=publishedDate>March 21, 2018</div>") == "2018-03-21 -");
    CHECK(story("<p class='article-byline'>By Jane Roe | March 21, 2018</p>") == "2018-03-21 -");
    CHECK(story("<p class=byline>By Jane Roe Published 21 March 2018 Last updated 22 March 2018</p>") ==
          "2018-03-21 2018-03-22");
    CHECK(story("<div class=timestamp>Updated: 22 March 2018</div><div class=timestamp>21 March 2018</div>") ==
          "2018-03-21 2018-03-22");
    CHECK(story("<p class=date>The pier was built on 21 March 1887, the year of the storm.</p>") == "- -");
    CHECK(story("<p>21 March 2018</p>") == "- -");
}

TEST_CASE("pages full of dates are read in linear time") {
    for (const std::string part : {"<time>", "<div class=date>", "<article><h1>x</h1><time>x", "<i class=byline>x",
                                   "<p class=date>21 March 2018 ", "<header>", "Updated <b class=date>"}) {
        CAPTURE(part);
        std::string page = heading;
        while (page.size() < 1'000'000) page += part;
        const auto begin = throughline::test::processor_time();

        dates(page);

        CHECK(throughline::test::processor_time() - begin < throughline::test::linear_time);
    }
}

TEST_CASE("an attribute of a million words is no date") {
    std::string page = heading + "<time datetime='";
    for (int i = 0; i < 1'000'000; ++i) page += "a ";

    CHECK(dates(page + "'>then</time>") == "- -");
}

TEST_SUITE_END();
