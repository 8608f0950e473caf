#include "cli/timeline_text.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

namespace cli = throughline::cli;
namespace json = boost::json;

TEST_SUITE_BEGIN("cli");

namespace {

std::string date(std::string_view time) { return cli::date_text(json::parse(time).as_object()); }

const auto story =
    json::parse(R"({"id":"s1","title":"Pier dispute","article_count":3,"publisher_count":2})").as_object();

const auto events = json::parse(R"([
 {"id":"e1","type":"vote","title":"Council votes to mend the pier","time":{"start":"2018-03-20","end":"2018-03-20"},
  "status":"occurred","source_count":3,"origin_count":2,"publishers":["Bay Herald","Harbour Courier"],"links":[]},
 {"id":"e2","type":"denial","title":"Mayor denies delay","time":{"start":"2018-03-20","end":"2018-03-20"},
  "status":"occurred","source_count":1,"origin_count":1,"links":[{"relation":"responds_to","event_id":"e1"}]},
 {"id":"e3","type":"meeting","title":"Owners and union to meet","time":{"start":null,"end":null},
  "status":"planned","source_count":1,"origin_count":1,"links":[{"relation":"about","event_id":"elsewhere"}]}])")
                        .as_array();

}  // namespace

TEST_CASE("a date is told as far as it is known") {
    CHECK(date(R"({"start":"2018-03-20","end":"2018-03-20"})") == "20 March 2018");
    CHECK(date(R"({"start":"2018-03-20T14:05:00Z","end":"2018-03-20T14:05:00Z"})") == "20 March 2018");
    CHECK(date(R"({"start":"2018-03-11","end":"2018-03-17"})") == "11–17 March 2018");
    CHECK(date(R"({"start":"2018-02-28","end":"2018-03-03"})") == "28 February – 3 March 2018");
    CHECK(date(R"({"start":"2017-12-30","end":"2018-01-02"})") == "30 December 2017 – 2 January 2018");
    CHECK(date(R"({"start":"2018-03-01","end":"2018-03-31"})") == "March 2018");
    CHECK(date(R"({"start":"2018-01-01","end":"2018-12-31"})") == "2018");
    CHECK(date(R"({"start":null,"end":"2018-03-18"})") == "by 18 March 2018");
    CHECK(date(R"({"start":"2018-03-20","end":null})") == "from 20 March 2018");
    CHECK(date(R"({"start":null,"end":null})") == "undated");
}

TEST_CASE("a chronology shows each date once, sources, status and links") {
    CHECK(cli::timeline_text(story, events, {}) ==
          "Pier dispute\n"
          "3 articles of 2 publishers · 3 events\n"
          "\n"
          "20 March 2018             Council votes to mend the pier\n"
          "                          vote · 3 sources of 2 origins: Bay Herald, Harbour Courier\n"
          "\n"
          "                          Mayor denies delay\n"
          "                          denial · 1 source\n"
          "                          ↳ responds to: Council votes to mend the pier\n"
          "\n"
          "undated                   Owners and union to meet [planned]\n"
          "                          meeting · 1 source\n");
}

TEST_CASE("only a terminal gets colours, and text from outside cannot bring its own") {
    const auto hostile =
        json::parse(R"([{"id":"e","type":"vote","title":"red \u001b[31m and \u009b31m","source_count":1}])").as_array();

    CHECK(cli::timeline_text(story, events, {100, true}).find("\x1b[36m20 March 2018\x1b[0m") != std::string::npos);
    const auto plain = cli::timeline_text(story, hostile, {});
    CHECK(plain.find('\x1b') == std::string::npos);
    CHECK(plain.find("\u009b") == std::string::npos);
}

TEST_CASE("long titles are wrapped beside the dates") {
    const auto long_title =
        json::parse(R"([{"id":"e","type":"vote","title":"aaaa bbbb cccc dddd eeee ffff gggg hhhh","source_count":1}])")
            .as_array();

    CHECK(cli::timeline_text(story, long_title, {60, false})
              .find("aaaa bbbb cccc dddd eeee ffff gggg\n                          hhhh\n") != std::string::npos);
}

TEST_CASE("what an unknown service sends cannot break the printing") {
    const auto odd =
        json::parse(R"([1, "x", {}, {"time":7,"links":[1,{}],"publishers":"x","source_count":"y"}])").as_array();

    CHECK_NOTHROW(cli::timeline_text({}, odd, {}));
}

TEST_SUITE_END();
