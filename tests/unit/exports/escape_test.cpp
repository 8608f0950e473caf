#include "exports/escape.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <string>

namespace exports = throughline::exports;

TEST_SUITE_BEGIN("exports");

TEST_CASE("controls go and white space becomes one blank") {
    CHECK(exports::one_line(" a\r\n\tb\x01\x7f \xc2\x9b"
                            "c\xef\xbf\xbe ") == "a b c");
    CHECK(exports::clean("a\r\nb\rc\n\x1b") == "a\nb\nc\n");
    CHECK(exports::one_line("é 🧨") == "é 🧨");
}

TEST_CASE("a cell that a spreadsheet would compute begins with an apostrophe") {
    for (const std::string hostile : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1", "－1"})
        CHECK(exports::csv_cell(hostile).substr(0, 2) == "\"'");
    CHECK(exports::csv_cell("a=b") == "\"a=b\"");
    CHECK(exports::csv_cell("say \"so\",\nor not") == "\"say \"\"so\"\",\nor not\"");
    CHECK(exports::csv_cell("") == "\"\"");
}

TEST_CASE("Markdown keeps its own marks out of titles") {
    CHECK(exports::markdown_text("*a* [b](c) <d> #e") == R"(\*a\* \[b\](c) \<d\> \#e)");
    CHECK(exports::markdown_text("1. one") == R"(1\. one)");
    CHECK(exports::markdown_text("- one - two") == R"(\- one - two)");
    CHECK(exports::markdown_text("In 2018. Again") == "In 2018. Again");
}

TEST_CASE("iCalendar text is escaped and of one line") {
    CHECK(exports::ical_text("a;b,c\\d\r\ne") == R"(a\;b\,c\\d\ne)");
}

TEST_CASE("JSON inside a script element does not end it") {
    CHECK(exports::json_text({{"a", "</script><!--"}}) == R"({"a":"\u003c/script>\u003c!--"})");
}

TEST_CASE("XML text holds no markup") {
    CHECK(exports::xml_text("<a b='c'>\"&") == "&lt;a b=&#39;c&#39;&gt;&quot;&amp;");
}

TEST_CASE("only web addresses are links") {
    CHECK(exports::is_web_address("https://a.example/"));
    CHECK_FALSE(exports::is_web_address("javascript:alert(1)"));
    CHECK(exports::safe_address("https://a.example/é <b>") == "https://a.example/%C3%A9%20%3Cb%3E");
}

TEST_SUITE_END();
