#include "storage/event_details.hpp"

#include <doctest/doctest.h>

namespace storage = throughline::storage;

TEST_SUITE_BEGIN("storage/event_details");

TEST_CASE("every field of an event's merges decides whether they are written anew") {
    const auto hash = [](const storage::merge_row& merge) {
        storage::event_row event;
        event.merges.push_back(merge);
        return event.details_hash();
    };
    const storage::merge_row merge{true, .75, "Both tell of it.", "{}", {"a_1", 1, 0}, {"a_2", 1, 3}};
    auto merged = merge, score = merge, reason = merge, features = merge, left = merge, right = merge;
    merged.merged = false;
    score.score = .76;
    reason.reason = "One tells of it.";
    features.features = R"({"bias": 1})";
    left.left.ordinal = 1;
    right.right.article_id = "a_3";

    for (const auto& other : {merged, score, reason, features, left, right})
        CHECK(storage::differing_details(hash(merge), hash(other)) == std::vector{storage::detail::merges});
    CHECK(storage::differing_details(hash(merge), hash(merge)).empty());
}

TEST_SUITE_END();
