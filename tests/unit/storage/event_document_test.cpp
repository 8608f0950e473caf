// Links to events that are gone leave a document; nothing else in it changes.
#include "storage/event_document.hpp"

#include <doctest/doctest.h>

namespace storage = throughline::storage;

namespace {

const std::string begin = R"({"id":"e_1","title":"A \"links\": story, [1]","salience":0.930,"links":)";

}  // namespace

TEST_SUITE_BEGIN("storage/event_document");

TEST_CASE("the links to events that are gone are taken out and told") {
    const auto document = begin + R"([{"relation":"denies","event_id":"e_2"},{"relation":"about","event_id":"e_3"}]})";

    const auto cut = storage::without_links(document, {"e_2", "e_9"});

    CHECK(cut.document == begin + R"([{"relation":"about","event_id":"e_3"}]})");
    CHECK(cut.title == "A \"links\": story, [1]");
    CHECK(cut.fields == R"([{"name":"links","before":[{"relation":"denies","event_id":"e_2"},)"
                        R"({"relation":"about","event_id":"e_3"}],"after":[{"relation":"about","event_id":"e_3"}]}])");
}

TEST_CASE("the last link leaves an empty list") {
    CHECK(storage::without_links(begin + R"([{"relation":"about","event_id":"e_2"}]})", {"e_2"}).document ==
          begin + "[]}");
}

TEST_CASE("a document without such links stays as it is") {
    const auto document = begin + R"([{"relation":"about","event_id":"e_3"}]})";
    const auto cut = storage::without_links(document, {"e_2"});

    CHECK(cut.document == document);
    CHECK(cut.fields.empty());
}

TEST_SUITE_END();
