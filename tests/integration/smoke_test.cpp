#include "resources/resources.hpp"

#include <doctest/doctest.h>

TEST_CASE("the binary carries the ontology") { CHECK_FALSE(throughline::resources::get("schema/ontology.json").empty()); }
