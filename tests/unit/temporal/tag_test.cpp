#include "temporal/temporal.hpp"

#include "support/readings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace throughline;

namespace {

// Wednesday, 21 March 2018.
constexpr const char* published = "2018-03-21";

struct row {
    std::string sentence;
    std::string words;  // "" where no expression may be found
    std::string value;
    std::string edtf;
};

document read(const std::string& text, const char* date = published) {
    document doc = test::tokenized(text);
    doc.published = *parse_day(date);
    temporal::tag(doc);
    return doc;
}

document read_tagged(const std::string& text) {
    document doc = test::tagged(text);
    doc.published = *parse_day(published);
    temporal::tag(doc);
    return doc;
}

void check(const std::vector<row>& rows) {
    for (const auto& row : rows) {
        const auto doc = read(row.sentence);
        CAPTURE(row.sentence);
        if (row.words.empty()) {
            CHECK(doc.timexes.empty());
            continue;
        }
        REQUIRE(doc.timexes.size() == 1);
        CHECK(doc.words(doc.timexes[0].where) == row.words);
        CHECK(doc.timexes[0].value == row.value);
        CHECK(doc.timexes[0].edtf == row.edtf);
    }
}

}  // namespace

TEST_SUITE("temporal") {
    TEST_CASE("full and partial dates mean themselves") {
        check({
            {"It opened on July 4, 1998.", "July 4, 1998", "1998-07-04", "1998-07-04"},
            {"It opened on 4 July 1998.", "4 July 1998", "1998-07-04", "1998-07-04"},
            {"It opened on the 4th of July 1998.", "the 4th of July 1998", "1998-07-04", "1998-07-04"},
            {"It opened in July 1998.", "July 1998", "1998-07", "1998-07"},
            {"It opened in 1998.", "1998", "1998", "1998"},
            {"It opened on 1998-07-04.", "1998-07-04", "1998-07-04", "1998-07-04"},
            {"It opened in the 1960s.", "the 1960s", "196", "196X"},
            {"It was built in the 18th century.", "the 18th century", "17", "17XX"},
            {"The town fell in 431 BC.", "431 BC", "BC0431", "-0430"},
            {"It opened in the summer of 1998.", "the summer of 1998", "1998-SU", "1998-22"},
            {"Sales rose in the third quarter of 2016.", "the third quarter of 2016", "2016-Q3", "2016-35"},
            {"It opened on Christmas Day 2010.", "Christmas Day 2010", "2010-12-25", "2010-12-25"},
            {"It opened on Thanksgiving 2017.", "Thanksgiving 2017", "2017-11-23", "2017-11-23"},
        });
    }

    TEST_CASE("a date that goes on with what no calendar has is none, not one of the nearest year") {
        check({
            {"The plant closes on 5 May 3000.", "", "", ""},
            {"The plant closes on May 5, 9999.", "", "", ""},
            {"The king died on 3 May 0012.", "", "", ""},
            {"The form said 2018-99-99.", "", "", ""},
            {"On 5 May 3000 farmers marched.", "5 May", "2018-05-05", "2018-05-05"},
        });
    }

    TEST_CASE("weekdays and bare months follow the tense") {
        check({
            {"He resigned on Tuesday.", "Tuesday", "2018-03-20", "2018-03-20"},
            {"He will resign on Tuesday.", "Tuesday", "2018-03-27", "2018-03-27"},
            {"Tuesday's call was short.", "Tuesday", "2018-03-20", "2018-03-20"},
            {"He resigned on Wednesday.", "Wednesday", "2018-03-21", "2018-03-21"},
            {"She resigned in November.", "November", "2017-11", "2017-11"},
            {"She will resign in November.", "November", "2018-11", "2018-11"},
            {"He resigned on Nov. 3.", "Nov. 3", "2017-11-03", "2017-11-03"},
        });
    }

    TEST_CASE("a deadline of what is still to do lies ahead") {
        const auto doc = read_tagged("They might come as soon as Tuesday. They stayed until Tuesday.");

        REQUIRE(doc.timexes.size() == 2);
        CHECK(doc.timexes[0].value == "2018-03-27");
        CHECK(doc.timexes[1].value == "2018-03-20");
    }

    TEST_CASE("relative expressions count from the document's date") {
        check({
            {"He resigned yesterday.", "yesterday", "2018-03-20", "2018-03-20"},
            {"They met last week.", "last week", "2018-W11", "2018-03-11/2018-03-17"},
            {"They met last month.", "last month", "2018-02", "2018-02"},
            {"They met last year.", "last year", "2017", "2017"},
            {"They meet next Friday.", "next Friday", "2018-03-23", "2018-03-23"},
            {"They met two years ago.", "two years ago", "2016", "2016"},
            {"They met 14 months ago.", "14 months ago", "2017-01", "2017-01"},
            {"They met ten days ago.", "ten days ago", "2018-03-11", "2018-03-11"},
            {"They met last summer.", "last summer", "2017-SU", "2017-22"},
        });
    }

    TEST_CASE("a part of a month is an interval, never its first day") {
        check({
            {"They met in late April 2017.", "late April 2017", "2017-04", "2017-04-21/2017-04-30"},
            {"They met in early May 2017.", "early May 2017", "2017-05", "2017-05-01/2017-05-10"},
            {"They met in mid-June 2017.", "mid-June 2017", "2017-06", "2017-06-11/2017-06-20"},
            {"They met at the end of 2016.", "the end of 2016", "2016", "2016-09/2016-12"},
            {"They met earlier this month.", "earlier this month", "2018-03", "2018-03-01/2018-03-21"},
        });
    }

    TEST_CASE("the night just past is that before the document's date") {
        check({
            {"The army shelled the town overnight.", "overnight", "2018-03-20TNI", "2018-03-20"},
            {"They will stay overnight.", "overnight", "2018-03-21TNI", "2018-03-21"},
        });
        CHECK(read_tagged("They took an overnight train.").timexes.empty());
    }

    TEST_CASE("times of day keep their zone out of the day") {
        check({
            {"It began at 5:30 p.m.", "5:30 p.m.", "2018-03-21T17:30", "2018-03-21T17:30"},
            {"It began on Friday morning.", "Friday morning", "2018-03-16TMO", "2018-03-16"},
            {"It began at 9 a.m. on Tuesday.", "9 a.m. on Tuesday", "2018-03-20T09:00", "2018-03-20T09:00"},
            {"It began last night.", "last night", "2018-03-20TNI", "2018-03-20"},
        });
    }

    TEST_CASE("durations, ages and sets have no place on the calendar") {
        check({
            {"The war lasted three years.", "three years", "P3Y", ""},
            {"They talked for half an hour.", "half an hour", "PT30M", ""},
            {"They talked for several weeks.", "several weeks", "PXW", ""},
            {"They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2", ""},
            {"A few days later he resigned.", "A few days later", "PXD", ""},
            {"The paper appears daily.", "daily", "P1D", ""},
        });
    }

    TEST_CASE("numbers in words and compound lengths are read") {
        check({
            {"The trial lasted twenty-one days.", "twenty-one days", "P21D", ""},
            {"The wall stood for two hundred and fifty years.", "two hundred and fifty years", "P250Y", ""},
            {"The talks took 2 hours and 20 minutes.", "2 hours and 20 minutes", "PT2H20M", ""},
            {"She served two and a half years.", "two and a half years", "P30M", ""},
            {"It opened in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996"},
        });
    }

    TEST_CASE("the ends of a range carry the days of the whole") {
        const auto doc = read("The conference of March 3-5 was short. The war of 1914-18 was long.");

        REQUIRE(doc.timexes.size() == 4);
        CHECK(doc.timexes[0].value == "2018-03-03");
        CHECK(doc.timexes[1].value == "2018-03-05");
        CHECK(doc.timexes[0].edtf == "2018-03-03/2018-03-05");
        CHECK(doc.timexes[1].edtf == "2018-03-03/2018-03-05");
        CHECK(doc.timexes[3].value == "1918");
        CHECK(doc.timexes[3].edtf == "1914/1918");
    }

    TEST_CASE("expressions are found in any case, with curly apostrophes and dashes") {
        check({
            {"TALKS BEGIN IN MARCH 2019", "MARCH 2019", "2019-03", "2019-03"},
            {"It opened in \xe2\x80\x99"
             "98.",
             "\xe2\x80\x99"
             "98",
             "1998", "1998"},
            {"Last year\xe2\x80\x99s vote was close.", "Last year", "2017", "2017"},
            {"A two\xe2\x80\x90year plan was made.", "two\xe2\x80\x90year", "P2Y", ""},
        });
    }

    TEST_CASE("prepositions open a side of the days") {
        check({
            {"He has led it since 2014.", "2014", "2014", "2014/.."},
            {"They must leave by Friday.", "Friday", "2018-03-23", "../2018-03-23"},
            {"They left before March 19.", "March 19", "2018-03-19", "../2018-03-18"},
        });
    }

    TEST_CASE("words and numbers that only look like times are left alone") {
        check({
            {"They may win.", "", "", ""},
            {"He is a 23-year-old student.", "", "", ""},
            {"USA Today wrote of it.", "", "", ""},
            {"Sun Microsystems grew.", "", "", ""},
            {"The soldiers march north.", "", "", ""},
            {"Theresa May spoke.", "", "", ""},
            {"The Harbour Daily Post wrote of it.", "", "", ""},
            {"He gave to Restore Our Future.", "", "", ""},
            {"She won a second term.", "", "", ""},
            {"Praise came from some quarters.", "", "", ""},
            {"It cost $2000 then.", "", "", ""},
            {"Some 1500 people came.", "", "", ""},
            {"The fall of Rome was slow.", "", "", ""},
        });
    }

    TEST_CASE("expressions lean on the last date told") {
        const auto doc =
            read("The siege began on May 3, 1945. It ended two days later. The following day the army left.");

        REQUIRE(doc.timexes.size() == 3);
        CHECK(doc.timexes[1].value == "1945-05-05");
        CHECK(doc.timexes[2].value == "1945-05-06");
    }

    TEST_CASE("a report that looks far back still counts last week from its own day") {
        const auto doc =
            read("The party won in 1932, 1956, 1972, 1984, 2004 and 2008. He said so last week. They meet next month.");

        REQUIRE(doc.timexes.size() == 8);
        CHECK(doc.timexes[6].value == "2018-W11");
        CHECK(doc.timexes[7].value == "2018-04");
    }

    TEST_CASE("in history a month takes the year last told") {
        const auto doc = read(
            "War broke out in 1914. In August 1914 the army crossed the river. In September it fell back. "
            "The town was taken in 1915, lost in 1916 and taken again in 1917. In March the general resigned. "
            "The peace of 1919 did not last.",
            "2009-12-19");

        REQUIRE(doc.timexes.size() == 8);
        CHECK(doc.timexes[2].value == "1914-09");
        CHECK(doc.timexes[6].value == "1917-03");
    }

    TEST_CASE("fractions, turns of speech and futures without an end are no times") {
        for (const char* text :
             {"The port imports about three-quarters of its grain.", "More than a quarter of the fleet was lost.",
              "This time, however, nobody came.", "They will stay for the foreseeable future."}) {
            CAPTURE(text);
            CHECK(read(text).timexes.empty());
        }
        CHECK(read("There is no plan at this time.").timexes.size() == 1);
    }
}
