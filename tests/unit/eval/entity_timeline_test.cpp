#include "eval/entity_timeline.hpp"
#include "extraction/events.hpp"
#include "extraction/predicates.hpp"
#include "pipeline/pipeline.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace throughline;
using namespace throughline::eval;

namespace {

document read(const char* text) {
    document doc;
    doc.text = text;
    doc.published = *parse_day("2011-05-12");
    pipeline::run(doc);
    extraction::take_events(doc, extraction::predicates(doc));
    return doc;
}

/// The triggers of the events that the entity takes part in.
std::set<std::string> told_of(const document& doc, const char* entity) {
    const auto target = find_target(doc, entity);
    std::set<std::string> triggers;
    for (const auto& mention : doc.mentions)
        if (takes_part(doc, target, mention)) triggers.insert(std::string(doc.word(mention.trigger_token)));
    return triggers;
}

}  // namespace

TEST_CASE("an entity's events are those in which it acts or to which they are done, types or none") {
    const auto doc = read("Hanna Roe painted the old mill. The council thanked Roe. A storm flooded the valley.");

    const auto events = told_of(doc, "Hanna Roe");

    CHECK(events.contains("painted"));
    CHECK(events.contains("thanked"));
    CHECK_FALSE(events.contains("flooded"));
}

TEST_CASE("a thing that is no person is found by its words in whatever case, but not inside another word") {
    const auto doc = read("The company sold the Windjammer. The windjammers of other firms sank.");

    CHECK(find_target(doc, "windjammer").heads.size() >= 1);
    CHECK(told_of(doc, "windjammer").contains("sold"));
    CHECK_FALSE(told_of(doc, "windjammer").contains("sank"));
}

TEST_CASE("a name is also found with a word between its words, and without the first of three") {
    const auto doc = read("The Harbour Music Store opened. Roe sold the Lantern Works.");

    CHECK(told_of(doc, "harbour store").contains("opened"));
    CHECK(told_of(doc, "Old Lantern Works").contains("sold"));
    CHECK(told_of(doc, "Lantern Mill").empty());
}

TEST_CASE("a timeline numbers its dates, and an event takes the date of one of the same verb that has words for it") {
    CHECK(write_timeline("The Mill", {{"1-2-opened", "open", "2010-06-07", true},
                                      {"1-3-sold", "sell", "2008-03", true},
                                      {"1-4-had", "have", "", false},
                                      {"1-5-built", "build", "2004", true},
                                      {"2-2-opened", "open", "2011-05-12", false}}) ==
          "The Mill\n0\tXXXX-XX-XX\t1-4-had\n1\t2004\t1-5-built\n2\t2008-03\t1-3-sold\n"
          "3\t2010-06-07\t1-2-opened\n3\t2010-06-07\t2-2-opened\n");
}

TEST_CASE("a timeline's file is named by its entity in lower case") {
    CHECK(timeline_file_name("S&P 500") == "s_and_p_500.txt");
    CHECK(timeline_file_name("Steve Jobs") == "steve_jobs.txt");
}
