#include "ingest/html_page.hpp"

#include <doctest/doctest.h>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

tl::page_facts read(std::string_view html) {
    auto page = tl::read_html_page(html);
    REQUIRE(page);
    return std::move(*page);
}

const std::string first =
    "The council voted on Tuesday to mend the old pier, after a debate that lasted, with breaks, for six hours.";
const std::string second =
    "\"We have waited long enough,\" said the mayor, who had asked for the money since last autumn.";
const std::string third =
    "Work is to begin in May, the council said, and the ferry will land at the new quay until then.";

std::string paragraphs() { return "<p>" + first + "</p>\n<p>" + second + "</p>\n<p>" + third + "</p>"; }
std::string whole_text() { return first + "\n\n" + second + "\n\n" + third; }

}  // namespace

TEST_CASE("the article is found among everything that surrounds it") {
    const auto page =
        read(R"(<!DOCTYPE html><html lang="en-GB"><head><title>Pier to be mended | Harbour Courier</title></head>
<body class="has-sidebar ads-on">
<nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
<div class="cookie-banner"><p>We use cookies to make this site work, to measure it, and to show you adverts. Do you agree?</p></div>
<header><h1>Pier to be mended</h1><p class="byline">By <a rel="author" href="/jane">Jane Roe</a></p>
<time datetime="2018-03-21T14:05:00Z">21 March 2018</time></header>
<article class="story">
<h1>Pier to be mended</h1>
<figure><img src="pier.jpg"><figcaption>The old pier at low tide, seen from the harbour, on a grey day.</figcaption></figure>
<div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
<p>)" + first +
             R"(</p><div class="advert"><p>Buy two boats, and get the third one free, today only.</p></div>
<p>)" + second +
             R"(</p><p>Related article: <a href="/x">Why the pier matters</a></p>
<p><a href="/y">Ten piers that you must see</a></p>
<aside><p>The pier was built in 1887, the year of the great storm, and has burned down twice since.</p></aside>
<h2>What comes next</h2>
<p>)" + third +
             R"(</p></article>
<section id="comments"><p>I think that this is all wrong, as ever, and that nobody has asked us about it.</p></section>
<footer><p>Copyright, all of it, by Harbour Courier, who keep all rights to it for ever and a day.</p></footer>
<script>var x = "<p>not a paragraph</p>";</script></body></html>)");

    CHECK(page.text == first + "\n\n" + second + "\n\nWhat comes next\n\n" + third);
    CHECK(page.headline == "Pier to be mended");
    CHECK(page.authors == std::vector<std::string>{"Jane Roe"});
    REQUIRE(page.published);
    CHECK(to_string(*page.published) == "2018-03-21T14:05:00Z");
    CHECK(page.language == "en-GB");
}

TEST_CASE("JSON-LD is read wherever the article stands in it") {
    const auto page = read(R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebSite","name":"Harbour Courier"},
{"@type":["NewsArticle"],"headline":"Pier &amp; quay to be mended","datePublished":"2018-03-21T09:00:00-04:00",
 "author":[{"@type":"Person","name":"Jane Roe"},{"name":"John Doe"}],"publisher":{"name":"Harbour Courier"},
 "mainEntityOfPage":{"@id":"https://harbour.example/pier"},"inLanguage":"en",}]}</script>)" +
                           paragraphs());

    CHECK(page.headline == "Pier & quay to be mended");
    CHECK(page.publisher == "Harbour Courier");
    CHECK(page.authors == std::vector<std::string>{"Jane Roe", "John Doe"});
    CHECK(page.url == "https://harbour.example/pier");
    CHECK(to_string(*page.published) == "2018-03-21T13:00:00Z");
    CHECK(page.text == whole_text());
}

TEST_CASE("OpenGraph and meta elements stand in for what JSON-LD does not say") {
    const auto page = read(R"(<meta property="og:title" content="Pier to be mended - Harbour Courier">
<meta property="og:site_name" content="Harbour Courier"><meta name="author" content="By Jane Roe and John Doe">
<meta property="article:published_time" content="2018-03-21"><link rel="canonical" href="https://harbour.example/pier">
<script type="application/ld+json">{broken</script>)" +
                           paragraphs());

    CHECK(page.headline == "Pier to be mended");
    CHECK(page.publisher == "Harbour Courier");
    CHECK(page.authors == std::vector<std::string>{"Jane Roe", "John Doe"});
    CHECK(to_string(*page.published) == "2018-03-21");
    CHECK(page.url == "https://harbour.example/pier");
}

TEST_CASE("the address gives the day when nothing else does") {
    const auto page = read("<link rel=canonical href='https://harbour.example/2018/03/21/pier'>" + paragraphs());

    REQUIRE(page.published);
    CHECK(to_string(*page.published) == "2018-03-21");
}

TEST_CASE("a relative canonical address is read against the page's own and a front page is none") {
    CHECK(read("<link rel=canonical href='/pier'><meta property='og:url' content='https://harbour.example/p?id=1'>" +
               paragraphs())
              .url == "https://harbour.example/pier");
    CHECK(read("<link rel=canonical href='https://harbour.example/'><meta property='og:url' "
               "content='https://harbour.example/p?id=1'>" +
               paragraphs())
              .url == "https://harbour.example/p?id=1");
}

TEST_CASE("relative addresses are read against the base element and the address that the page came from") {
    const std::string link = "<link rel=canonical href='2018/pier.html?utm_source=x#top'>";

    CHECK(read("<base href='https://harbour.example/news/'>" + link + paragraphs()).url ==
          "https://harbour.example/news/2018/pier.html");
    CHECK(read("<base target=_blank>" + link + "<meta property='og:url' content='https://harbour.example/p/x'>" +
               paragraphs())
              .url == "https://harbour.example/p/2018/pier.html");
    CHECK(read("<base href='javascript:1'>" + link + paragraphs()).url == "");
    const auto fetched =
        tl::read_html_page("<base href=/archive/>" + link + paragraphs(), "https://harbour.example/pier?id=1");
    REQUIRE(fetched);
    CHECK(fetched->url == "https://harbour.example/archive/2018/pier.html");
}

TEST_CASE("an article in an element of any name is kept when it holds most of the prose") {
    CHECK(read("<div class='sidebar-more share'>" + paragraphs() + "</div>").text == whole_text());
    CHECK(read("<form><div>" + paragraphs() + "</div></form>").text == whole_text());
    CHECK(read("<table><tr><td><a href=/>Home</a></td><td>" + paragraphs() + "</td></tr></table>").text ==
          whole_text());
}

TEST_CASE("paragraphs parted by line breaks are told apart") {
    CHECK(read("<div>" + first + "<br><br>" + second + "<br><br>\n" + third + "</div>").text == whole_text());
}

TEST_CASE("a page that shows its text by script gives the body of its JSON-LD") {
    const auto page =
        read(R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier","articleBody":")" + first +
             R"(\n)" + third + R"("}</script><div id="app"></div>)");

    CHECK(page.text == first + "\n\n" + third);
}

TEST_CASE("a page that shows only a notice has no article") {
    const std::string wall =
        "<h2>Subscribe to continue reading</h2><p>Get unlimited access to our papers for one crown a week. Cancel "
        "anytime.</p>";
    const std::string cookies =
        "<p>We use cookies to make this site work and to show you adverts. Do you agree to that?</p>";

    CHECK(read("<article><h1>Pier</h1><div class=paywall>" + wall + "</div></article>").text == "");
    CHECK(read("<article><h1>Pier</h1>" + wall + "</article>").text == "");
    CHECK(read("<body><div id=cookie-consent>" + cookies + "<p>You may change your mind at any time.</p></div>").text ==
          "");
    CHECK(read("<main>" + cookies + wall + "</main>").text == "");
    CHECK(
        read("<article><p>" + third + "</p><div class=paywall>" + wall + cookies + cookies + "</div></article>").text ==
        third);
}

TEST_CASE("an article in a container that is named for a notice is kept") {
    CHECK(read("<div class='paywall-content'>" + paragraphs() + "</div>").text == whole_text());
    CHECK(read("<div id=cookies>" + paragraphs() +
               "<p>We use cookies to make this site work, and to measure it for us.</p></div>")
              .text.starts_with(whole_text()));
}

TEST_CASE("a page without prose has no article") {
    CHECK(read("").text == "");
    CHECK(read("<ul><li><a href=/>Home</a></li></ul>").text == "");
    CHECK(read("just words").text == "");
}

TEST_SUITE_END();
