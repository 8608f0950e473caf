#include "pipeline/code_points.hpp"
#include "pipeline/pipeline.hpp"
#include "pipeline/terms.hpp"
#include "support/trees.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace throughline;

TEST_CASE("bytes are counted as code points") {
    std::string text = "Zażółć: ";
    for (int i = 0; i < 40; ++i) text += "gęś – ";
    const pipeline::code_point_index places(text);

    CHECK(places(0) == 0);
    CHECK(places(static_cast<std::uint32_t>(std::string("Zażółć").size())) == 6);
    CHECK(places(static_cast<std::uint32_t>(text.size())) == 8 + 40 * 6);
    CHECK(places(span{0, 2}) == span{0, 2});
}

TEST_CASE("an empty text has one place") {
    const pipeline::code_point_index places("");
    CHECK(places(0) == 0);
}

TEST_CASE("the stages run in their order and are told of") {
    document doc;
    doc.text = "The mayor of Lutherton resigned on Monday.";
    doc.published = *parse_day("2021-05-05");
    std::string told;

    pipeline::run(doc, [&](std::string_view stage, double seconds) {
        CHECK(seconds >= 0);
        told += std::string(stage) + " ";
    });

    CHECK(told.starts_with("tokens tags "));
    CHECK(told.ends_with("quotes events "));
    CHECK(doc.tokens.size() == 8);
}

TEST_CASE("a year that no database holds keeps its name and leaves its bounds open") {
    const auto dated = [](const std::string& year) {
        document doc;
        doc.text = "Rome attacked Carthage in " + year + ".";
        doc.published = *parse_day("2021-05-05");
        pipeline::run(doc);
        const article_record record = pipeline::make_record(doc, "key", "origin");
        REQUIRE(record.mentions.size() == 1);
        return record.mentions[0].time;
    };

    const auto late = dated("146 BC");
    CHECK(late.edtf == "-0145");
    REQUIRE(late.first);
    CHECK(to_string(*late.first) == "-0145-01-01");
    const auto early = dated("8000 BC");
    CHECK(early.edtf == "-7999");
    CHECK_FALSE(early.first);
    CHECK_FALSE(early.last);
}

TEST_CASE("a record's terms have unit length and stand heaviest first") {
    document doc;
    doc.text = "Volcanologists in Reykjavik watched the volcano. The volcano erupted and the lava reached a harbour.";
    doc.published = *parse_day("2021-05-05");
    pipeline::run(doc);

    const article_record record = pipeline::make_record(doc, "key", "origin");

    REQUIRE_FALSE(record.terms.empty());
    double squares = 0;
    for (const weighted_term& term : record.terms) squares += double(term.weight) * term.weight;
    CHECK(squares == doctest::Approx(1).epsilon(0.001));
    for (std::size_t i = 1; i < record.terms.size(); ++i) CHECK(record.terms[i - 1].weight >= record.terms[i].weight);
    CHECK(record.key == "key");
    CHECK(record.origin == "origin");
}

TEST_CASE("a record tells which of several events an ordinal counts") {
    const document doc = test::read_events(R"(
        Iran Iran PROPN NNP 2 nsubj
        announced announce VERB VBD 0 root
        a a DET DT 6 det
        second second ADJ JJ 6 amod
        secret secret ADJ JJ 6 amod
        meeting meeting NOUN NN 2 obj
        with with ADP IN 8 case
        France France PROPN NNP 6 nmod
        . . PUNCT . 2 punct
    )");

    const article_record record = pipeline::make_record(doc, "key", "");

    const auto meeting = std::find_if(record.mentions.begin(), record.mentions.end(),
                                      [](const record_mention& mention) { return mention.type == "meeting"; });
    REQUIRE(meeting != record.mentions.end());
    CHECK(meeting->counted == "second");
}

TEST_CASE("a record tells the places that a journey goes from and to") {
    const document doc = test::read_events(R"(
        Angela Angela PROPN NNP 3 nsubj
        Merkel Merkel PROPN NNP 1 flat
        took take VERB VBD 0 root
        the the DET DT 5 det
        flight flight NOUN NN 3 obj
        from from ADP IN 7 case
        Paris Paris PROPN NNP 5 nmod
        to to ADP IN 9 case
        Berlin Berlin PROPN NNP 7 nmod
        . . PUNCT . 3 punct
    )");

    const article_record record = pipeline::make_record(doc, "key", "");

    const auto travel = std::find_if(record.mentions.begin(), record.mentions.end(),
                                     [](const record_mention& mention) { return mention.type == "travel"; });
    REQUIRE(travel != record.mentions.end());
    CHECK(travel->route_from == std::vector<std::string>{"paris"});
    CHECK(travel->route_to == std::vector<std::string>{"berlin"});
}

TEST_CASE("an empty document gives an empty record") {
    document doc;
    pipeline::run(doc);

    const article_record record = pipeline::make_record(doc, "key", "");

    CHECK(record.terms.empty());
    CHECK(record.mentions.empty());
}
