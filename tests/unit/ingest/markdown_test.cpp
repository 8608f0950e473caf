#include "ingest/markdown.hpp"

#include "support/processor_time.hpp"

#include <doctest/doctest.h>

#include <string>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

TEST_CASE("inline markup gives way to its words") {
    CHECK(tl::unwrap_inline("**Related:** [Ferry \\(Op-ed\\)](#) out").text == "Related: Ferry (Op-ed) out");
    CHECK(tl::unwrap_inline("a *soft* and _quiet_ and ***loud*** word").text == "a soft and quiet and loud word");
    CHECK(tl::unwrap_inline("see <https://news.example/a>").text == "see https://news.example/a");
    CHECK(tl::unwrap_inline("before ![A pier](pier.jpg) after").text == "before  after");
    CHECK(tl::unwrap_inline("the `ls` command, [read](http://x.example/(1)) on").text == "the ls command, read on");
    CHECK(tl::unwrap_inline("**[bold link](/a)** and [*soft link*](/b)").text == "bold link and soft link");
}

TEST_CASE("tags and references of HTML give way to what they show") {
    CHECK(tl::unwrap_inline("a <b>bold</b> and <EM class=\"x\">soft</EM> word<br/>and").text ==
          "a bold and soft word and");
    CHECK(tl::unwrap_inline("<p>Fire &amp; flood &#8217;18 &lt;b&gt;</p>").text == " Fire & flood \u201918 <b> ");
    CHECK(tl::unwrap_inline("before<script>alert('*a*')</script> after<!-- not shown -->.").text == "before after.");
    for (const auto* plain : {"AT&T; and R&D", "&unknown; & so on", "1 <2 and 3> 2", "<notatag> stays", "a <b c",
                              "<!-- open", "<script> open", "List<String> of it"}) {
        CAPTURE(plain);
        CHECK(tl::unwrap_inline(plain).text == plain);
    }
}

TEST_CASE("marks that mean themselves stay") {
    for (const auto* plain : {"Getting along with them [and others] is good", "5 * 3 * 2", "f**k and s**t",
                              "snake_case_name", "a < b > c", "the * of the matter", "[sic] (see above)", "100% \\ odd",
                              "unclosed [link](http://x", "`tick", "*", "[", "]", "\\"}) {
        CAPTURE(plain);
        CHECK(tl::unwrap_inline(plain).text == plain);
    }
}

TEST_CASE("marks without end are read in linear time") {
    for (const std::string_view part :
         {"![x](", "](", "[", "*a", "`a", "<http://", "[x](y) ", "\\", "<!--", "<script>", "<b ", "&amp;", "&", "<"}) {
        CAPTURE(part);
        std::string text;
        while (text.size() < 1'000'000) text += part;
        const auto begin = throughline::test::processor_time();

        CHECK(tl::unwrap_inline(text).text.size() <= text.size());

        CHECK(throughline::test::processor_time() - begin < throughline::test::linear_time);
    }
}

TEST_CASE("runs of backticks of every length are read in linear time") {
    std::string text;
    for (std::size_t size = 2'000; size > 0; --size) text.append(size, '`') += " x ";
    const auto begin = throughline::test::processor_time();

    CHECK(tl::unwrap_inline(text).text.size() <= text.size());

    CHECK(throughline::test::processor_time() - begin < throughline::test::linear_time);
}

TEST_CASE("scripts go whatever the case of their tags and whatever stands open before them") {
    CHECK(tl::unwrap_inline("<style>a {} They met. <SCRIPT>track()</Script>Then they left.").text ==
          "<style>a {} They met. Then they left.");
}

TEST_CASE("the words of links are counted") {
    CHECK(tl::unwrap_inline("[all of it](/a)").linked == 9);
    CHECK(tl::unwrap_inline("none of it").linked == 0);
}

TEST_SUITE_END();
