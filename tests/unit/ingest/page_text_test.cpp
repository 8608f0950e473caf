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

TEST_CASE("a bare mark within a quotation parts its paragraphs") {
    const auto page =
        tl::read_page_text("# A call\n\n> It was a good call.\n>\n> We will meet soon.\n>\n\nHe said no more.");

    CHECK(page.text == "It was a good call.\n\nWe will meet soon.\n\nHe said no more.");
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

TEST_CASE("captions, tables, code and HTML of Markdown are furniture") {
    const std::string first = "Dock workers ended their strike on Friday, the union said.";
    const std::string last = "The port opens again on Tuesday, according to the owners.";
    for (const std::string between :
         {"![Cranes](a.jpg)\n*Cranes at the harbour at dusk, seen from the quay.*",
          "![Cranes](a.jpg)\n\n_Cranes at the harbour, seen\nfrom the quay._",
          "[![Cranes](a.jpg)](b.html)\n*Cranes at dusk.*", "*Cranes at the harbour at dusk. (Photo: Mara Quill)*",
          "Cranes at the harbour at dusk (Image credit: Mara Quill).",
          "| Port | Days |\n|---|:--:|\n| North quay | 12 |\n| South quay | 9 |", "Port | Days\n--- | ---\nNorth | 12",
          "| North | 12 | open |", "```\nfor each quay. Count it, he said.\n\nclose all quays\n```",
          "~~~ text\nnot shown to any reader.\n~~~", "<script>\nalert(1);\n\nalert(2);\n</script>",
          "<!-- an advert\n\nstood here, once upon a time. -->", "<script>alert(1)</script>"}) {
        CAPTURE(between);
        const auto page = tl::read_page_text("# Strike ends\n\n" + first + "\n\n" + between + "\n\n" + last);
        CHECK(page.text == first + "\n\n" + last);
    }
    CHECK(tl::read_page_text("# Strike ends\n\n<p>" + first + "</p>\n\n&quot;No&quot;, he said, it is not so.").text ==
          first + "\n\n\"No\", he said, it is not so.");
}

TEST_CASE("what only begins like furniture of Markdown stays") {
    for (const std::string prose :
         {"*A whole paragraph of soft words, which the mayor spoke on Friday.*",
          "```\nA fence that never closes hides nothing, the mayor said.", "He said a|b was fine, and so did she.",
          "<!-- A comment that never ends hides nothing, they said."}) {
        CAPTURE(prose);
        const auto text = tl::read_page_text("# Strike ends\n\nThe strike ended on Friday.\n\n" + prose).text;
        CHECK(text.size() > prose.size());
        CHECK(text.find(prose.substr(prose.size() / 2, 8)) != std::string::npos);
    }
}

TEST_CASE("a byline's office is no author") {
    const auto page = tl::read_page_text(
        "# Strike ends\n\n*By Lena Falk and Tom Berg, Staff Writers*\n*May 4, 2019*\n\n"
        "Dock workers ended their strike on Friday, the union said.");

    CHECK(page.authors == std::vector<std::string>{"Lena Falk", "Tom Berg"});
    REQUIRE(page.published);
    CHECK(to_string(*page.published) == "2019-05-04");
    CHECK(page.text == "Dock workers ended their strike on Friday, the union said.");
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
