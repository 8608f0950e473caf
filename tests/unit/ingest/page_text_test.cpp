#include "ingest/page_text.hpp"

#include <doctest/doctest.h>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

constexpr auto saved_page = R"(

# Ferry Talks Resume After Harbour Strike

By [Harbour Wire](#)

March 21, 2018



**Mara Quill / Reuters**

Ferry owners and dock workers returned to the table on Tuesday, a day after the strike
closed the harbour.

"We *will* get there," the owners' speaker said [in a statement].

**Related article:** [Why the Harbour Matters \(Op-ed\)](#)

The dockers have no wish for a

longer strike, their union said.

Advertisement

Original url:

<https://www.harbour-courier.example/2018/03/21/ferry-talks-resume>)";

}  // namespace

TEST_CASE("a page saved as Markdown gives its article and what is known of it") {
    const auto page = tl::read_page_text(saved_page);

    CHECK(page.headline == "Ferry Talks Resume After Harbour Strike");
    CHECK(page.authors == std::vector<std::string>{"Harbour Wire"});
    REQUIRE(page.published);
    CHECK(to_string(*page.published) == "2018-03-21");
    CHECK(page.url == "https://www.harbour-courier.example/2018/03/21/ferry-talks-resume");
    CHECK(
        page.text ==
        "Ferry owners and dock workers returned to the table on Tuesday, a day after the strike closed the harbour.\n\n"
        "\"We will get there,\" the owners' speaker said [in a statement].\n\n"
        "The dockers have no wish for a longer strike, their union said.");
}

TEST_CASE("plain text with byline and date on one line is read") {
    const auto page = tl::read_page_text(
        "Storm closes mountain pass\nBy Jane Roe and John Doe | 21 Mar 2018 14:05 GMT\n\n"
        "Snow closed the pass on Wednesday.\n\nIt will open again on Friday.\n");

    CHECK(page.headline == "Storm closes mountain pass");
    CHECK(page.authors == std::vector<std::string>{"Jane Roe", "John Doe"});
    REQUIRE(page.published);
    CHECK(to_string(*page.published) == "2018-03-21T14:05:00Z");
    CHECK(page.text == "Snow closed the pass on Wednesday.\n\nIt will open again on Friday.");
}

TEST_CASE("sentences are never taken for furniture") {
    const std::string prose =
        "Read more than one paper, the minister said.\n\n"
        "Share prices fell on Tuesday.\n\n"
        "Photographs of the pier were shown in court.\n\n"
        "\"No,\" he said.\n\n"
        "Related article four of the treaty was dropped.\n\n"
        "By Tuesday the talks had failed.\n\n"
        "Advertisement spending rose by 4 percent, the report said.";

    CHECK(tl::read_page_text(prose).text == prose);
    CHECK(tl::read_page_text(prose).headline == "");
}

TEST_CASE("a known headline keeps the first lines from being taken for one") {
    const std::string prose = "Snow closed the pass\n\nIt will open again on Friday, the county said.";

    CHECK(tl::read_page_text(prose, "Storm closes mountain pass").text == prose);
    CHECK(tl::read_page_text(prose).headline == "Snow closed the pass");
}

TEST_CASE("lists and numbered points keep their words") {
    const auto page = tl::read_page_text(
        "The plan has two parts:\n\n- The pier is mended.\n- The ferry sails.\n\n1. First of all, money.");

    CHECK(page.text == "The plan has two parts:\n\nThe pier is mended.\n\nThe ferry sails.\n\n1. First of all, money.");
}

TEST_CASE("only a page with clear marks is taken for one") {
    CHECK(tl::carries_furniture(saved_page));
    CHECK(tl::carries_furniture("# Heading\n\nText."));
    CHECK(tl::carries_furniture("Text.\n\nOriginal url: https://news.example/a"));
    CHECK(tl::carries_furniture("Text.\n\nRelated article: [Other](https://news.example/b)\n\nMore text."));
    CHECK_FALSE(
        tl::carries_furniture("Text of an article.\n\nRead more: another article\n\nAdvertisement\n\nMore text."));
    CHECK_FALSE(tl::carries_furniture("It [sic] was *not* so.\n\nSource: https://agency.example"));
    CHECK_FALSE(tl::carries_furniture(""));
}

TEST_SUITE_END();
