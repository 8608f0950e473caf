#include "resources/resources.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

namespace resources = throughline::resources;

TEST_CASE("files inside the binary are found by their path") {
    CHECK_FALSE(resources::list("schema/").empty());
    CHECK_THROWS_AS(resources::get("schema/absent.json"), std::out_of_range);
}

TEST_CASE("a copy in large pages holds the file's bytes, and the file stays readable") {
    const auto name = "service/language/models/lemmas.bin";
    const std::string before(resources::get(name));
    static const auto copy = resources::get_in_large_pages(name);  // lives on
    CHECK(copy == before);
    CHECK(resources::get(name) == before);
}
