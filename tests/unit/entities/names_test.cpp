#include "entities/names.hpp"

#include <doctest/doctest.h>

using namespace throughline::entities;

TEST_SUITE("names") {
    TEST_CASE("folding takes case, marks, full stops and what stands around a name away") {
        CHECK(fold_name("The Kremlin's") == "kremlin");
        CHECK(fold_name("Recep Tayyip Erdoğan") == "recep tayyip erdogan");
        CHECK(fold_name("U.S.") == "us");
        CHECK(fold_name("Sammy Davis, Jr.") == "sammy davis");
        CHECK(fold_name("Bashar al-Assad") == "bashar al assad");
    }

    TEST_CASE("a person's key drops middle initials and keeps a lone surname") {
        CHECK(person_key("Donald J. Trump") == "donald trump");
        CHECK(person_key("Trump") == "trump");
        CHECK(person_key("J. K. Rowling") == "j rowling");
    }

    TEST_CASE("a surname or a given name can be the whole person's, another given name cannot") {
        CHECK(same_person("trump", "donald trump"));
        CHECK(same_person("donald j trump", "donald trump"));
        CHECK(same_person("d trump", "donald trump"));
        CHECK(same_person("bin salman", "mohammed bin salman"));
        CHECK(same_person("kim", "kim jong un"));
        CHECK(same_person("mohamed bin salman", "mohammed bin salman"));
        CHECK_FALSE(same_person("salman", "mohammed bin salman"));
        CHECK_FALSE(same_person("maria sanchez", "mario sanchez"));
        CHECK_FALSE(same_person("melania trump", "donald trump"));
        CHECK_FALSE(same_person("donald trump", "donald tusk"));
        CHECK_FALSE(same_person("ann marie lee", "ann rose lee"));
    }

    TEST_CASE("a surname takes its particles with it") {
        CHECK(surname("mohammed bin salman") == "bin salman");
        CHECK(surname("ursula von der leyen") == "von der leyen");
        CHECK(surname("angela merkel") == "merkel");
        CHECK(surname("van gogh") == "gogh");
    }

    TEST_CASE("an acronym takes the first letters with or without the small words; a long one may leave a word out") {
        CHECK(is_acronym_of("osce", "organization for security and co operation in europe"));
        CHECK(is_acronym_of("fbi", "federal bureau of investigation"));
        CHECK(is_acronym_of("dod", "department of defense"));
        CHECK_FALSE(is_acronym_of("cia", "federal bureau of investigation"));
    }

    TEST_CASE("names of any kind compare, keys of countries only exactly") {
        CHECK(same_name("Trump", "donald trump"));
        CHECK(same_name("Apple Inc.", "apple"));
        CHECK(same_name("World Health Organization", "WHO"));
        CHECK(same_name("country:ru", "country:ru"));
        CHECK_FALSE(same_name("country:ru", "country:us"));
        CHECK_FALSE(same_name("people:ru", "country:ru"));
    }
}
