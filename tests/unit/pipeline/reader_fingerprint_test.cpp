#include "pipeline/reader_fingerprint.hpp"

#include "extraction/ontology.hpp"
#include "resources/resources.hpp"

#include <doctest/doctest.h>

#include <string>

namespace tl = throughline;

TEST_CASE("a reader is known by 16 hex digits, the same each time") {
    const auto fingerprint = tl::pipeline::reader_fingerprint();

    CHECK(fingerprint.size() == 16);
    CHECK(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(tl::pipeline::reader_fingerprint() == fingerprint);
}

TEST_CASE("an ontology with another byte has another fingerprint") {
    const std::string built_in(tl::resources::get("schema/ontology.json"));

    const auto same = tl::extraction::ontology::read(built_in, "ontology.json").fingerprint();
    const auto other = tl::extraction::ontology::read(built_in + "\n", "ontology.json").fingerprint();

    CHECK(same == tl::extraction::current_ontology().fingerprint());
    CHECK(same != other);
}
