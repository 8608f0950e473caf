#include "resources/resources.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

namespace resources = throughline::resources;

TEST_CASE("files inside the binary are found by their path") {
    CHECK_FALSE(resources::list("schema/").empty());
    CHECK_THROWS_AS(resources::get("schema/absent.json"), std::out_of_range);
}
