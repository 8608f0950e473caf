#include "metrics/metrics.hpp"

#include <doctest/doctest.h>

namespace metrics = throughline::metrics;

TEST_CASE("the same name and labels count together and show in the exposition") {
    metrics::get_counter("throughline_test_things_total", "Things", {{"kind", "a"}}).Increment();
    metrics::get_counter("throughline_test_things_total", "Things", {{"kind", "a"}}).Increment(2);
    metrics::get_histogram("throughline_test_seconds", "Time", {.1, 1}).Observe(.5);

    const auto text = metrics::exposition();

    CHECK(text.find("throughline_test_things_total{kind=\"a\"} 3") != std::string::npos);
    CHECK(text.find("throughline_test_seconds_bucket{le=\"1\"} 1") != std::string::npos);
}
