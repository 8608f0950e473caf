#include "ingest/html_tree.hpp"
#include "ingest/html_entities.hpp"

#include "support/processor_time.hpp"

#include <doctest/doctest.h>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

// Elements as nested brackets: "html(body(p[x]))".
std::string shape(const tl::html_tree& tree, std::size_t node = 0) {
    if (tree.nodes[node].element == nullptr) return "[" + std::string(tree.nodes[node].text) + "]";
    std::string inner;
    for (auto child = node + 1; child < tree.nodes[node].end; child = tree.nodes[child].end)
        inner += shape(tree, child);
    return node == 0 ? inner : std::string(tree.nodes[node].element->name) + "(" + inner + ")";
}

std::string shape(std::string_view html) {
    const auto tree = tl::parse_html(html);
    return tree ? shape(*tree) : tree.failure().detail;
}

std::string repeat(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

}  // namespace

TEST_CASE("elements nest as they are written") {
    CHECK(shape("<div><p>a</p><p>b</p></div>") == "div(p([a])p([b]))");
    CHECK(shape("<DIV><Br/>a<img src=x>b</DIV>") == "div(br()[a]img()[b])");
    CHECK(shape("a<!-- <p> -->b<!doctype html>c<?x?>d") == "[a][b][c][d]");
}

TEST_CASE("end tags that are left out are implied") {
    CHECK(shape("<p>a<p>b<div>c</div>") == "p([a])p([b])div([c])");
    CHECK(shape("<ul><li>a<li>b<ul><li>c</ul></ul>") == "ul(li([a])li([b]ul(li([c]))))");
    CHECK(shape("<table><tr><td>a<td>b<tr><td>c</table>") == "table(tr(td([a])td([b]))tr(td([c])))");
    CHECK(shape("<div><em>a</div>b") == "div(([a]))[b]");
    CHECK(shape("</p>a</div>") == "[a]");
}

TEST_CASE("scripts and styles hold no elements") {
    CHECK(shape("<script>if (a<b) x='</p>'</script><p>c") == "script([if (a<b) x='</p>'])p([c])");
    CHECK(shape("<title>A <b> C</TITLE>d") == "title([A <b> C])[d]");
    CHECK(shape("<style>never closed <p>") == "style([never closed <p>])");
}

TEST_CASE("attributes are read in every way of writing them") {
    const auto tree = tl::parse_html("<p CLASS=\"a &amp; b\" id='x>y' hidden data-x=z/ >t</p>");
    REQUIRE(tree);

    CHECK(tree->attribute(1, "class") == "a & b");
    CHECK(tree->attribute(1, "id") == "x>y");
    CHECK(tree->attribute(1, "data-x") == "z/");
    CHECK(tree->has_attribute(1, "hidden"));
    CHECK(tree->attribute(1, "absent") == "");
    CHECK(tree->text_of(1) == "t");
}

TEST_CASE("character references are decoded as browsers do") {
    CHECK(tl::decode_entities("&lt;&amp;&quot;&#39;&#x2019;&rsquo;&eacute;&nbsp;") == "<&\"'\u2019\u2019\u00e9\u00a0");
    CHECK(tl::decode_entities("&#151; &#0; &#xD800; &#x110000; &#99999999999;") ==
          "\u2014   \ufffd \ufffd &#99999999999;");
    CHECK(tl::decode_entities("R&D; AT&T &; &unknown; &") == "R&D; AT&T &; &unknown; &");
}

TEST_CASE("a hostile page is read in linear time") {
    const std::pair<std::string_view, std::size_t> bombs[] = {
        {"<div>", 390'000},           {"<b id=x>", 390'000}, {"<p><b a=1>x", 190'000}, {"</b>", 390'000},
        {"<a b c d e f g>", 100'000}, {"<", 8'000'000},      {"<!--", 2'000'000},      {"&amp;", 1'600'000},
        {"<li><ul>", 190'000},        {"<td>", 390'000}};
    for (const auto& [part, times] : bombs) {
        CAPTURE(part);
        const auto page = repeat(part, times);
        const auto begin = throughline::test::processor_time();

        const auto tree = tl::parse_html(page);

        CHECK(throughline::test::processor_time() - begin < throughline::test::linear_time);
        if (tree) CHECK(tree->nodes.size() <= 600'002);
    }
}

TEST_CASE("a page of too many tags is refused") {
    const auto tree = tl::parse_html(repeat("<i>", 500'000));

    REQUIRE_FALSE(tree);
    CHECK(tree.failure().code == throughline::errc::too_large);
    CHECK(tree.failure().field == "html");
}

TEST_SUITE_END();
