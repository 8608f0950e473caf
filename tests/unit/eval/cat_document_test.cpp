#include "eval/cat_document.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using throughline::eval::read_cat;

namespace {

constexpr std::string_view file = R"(<?xml version="1.0" ?><Document doc_id="71" doc_name="71-Ferry">
<token number="0" sentence="0" t_id="1">Ferry</token>
<token number="1" sentence="0" t_id="2">sails</token>
<token number="2" sentence="1" t_id="3">Roe</token>
<token number="3" sentence="1" t_id="4">took</token>
<token number="4" sentence="1" t_id="5">off</token>
<token number="5" sentence="1" t_id="6">for</token>
<token number="6" sentence="1" t_id="7">S&amp;P</token>
<Markables>
<EVENT_MENTION m_id="10">
<token_anchor t_id="4"/>
<token_anchor t_id="5"/>
</EVENT_MENTION>
<ENTITY_MENTION m_id="11"><token_anchor t_id="3"/></ENTITY_MENTION>
</Markables></Document>)";

}  // namespace

TEST_CASE("a CAT article gives its words by sentence and the words of its events") {
    const auto article = read_cat(file);

    CHECK(article.id == "71");
    REQUIRE(article.sentences.size() == 2);
    CHECK(article.sentences[1] == std::vector<std::string>{"Roe", "took", "off", "for", "S&P"});
    REQUIRE(article.events.size() == 1);
    CHECK(article.events[0].sentence == 1);
    CHECK(article.events[0].tokens == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("a CAT file without an id, with an unknown token or with a gap in its sentences is refused") {
    CHECK_THROWS_AS(read_cat("<Document doc_name=\"x\">"), std::runtime_error);
    CHECK_THROWS_AS(
        read_cat(R"(<Document doc_id="1"><EVENT_MENTION m_id="1"><token_anchor t_id="9"/></EVENT_MENTION>)"),
        std::runtime_error);
    CHECK_THROWS_AS(read_cat(R"(<Document doc_id="1"><token sentence="4" t_id="1">a</token>)"), std::runtime_error);
}
