#include "http/negotiation.hpp"

#include <doctest/doctest.h>

#include <array>

namespace http = throughline::http;

namespace {

constexpr std::array<std::string_view, 4> offered{"application/json", "text/csv; charset=utf-8", "application/ld+json",
                                                  "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""};

int chosen(std::string_view accept) {
    const auto place = http::preferred_media_type(accept, offered);
    return place ? static_cast<int>(*place) : -1;
}

}  // namespace

TEST_SUITE_BEGIN("http");

TEST_CASE("a parameter of a media type is found in any case and quoted or not") {
    CHECK(http::media_type_parameter("text/html; charset=utf-8", "charset") == "utf-8");
    CHECK(http::media_type_parameter("text/html;level=1;  Charset=\"iso-8859-1\"", "charset") == "iso-8859-1");
    CHECK(http::media_type_parameter("text/html; note=\"a;charset=x\"", "charset") == "");
    CHECK(http::media_type_parameter("charset=x", "charset") == "");
}

TEST_CASE("the heaviest media range wins, then the most exact, then what is offered first") {
    CHECK(chosen("") == 0);
    CHECK(chosen("*/*") == 0);
    CHECK(chosen("text/*") == 1);
    CHECK(chosen("application/json;q=0.4, text/csv;q=0.5") == 1);
    CHECK(chosen("text/csv, */*") == 1);
    CHECK(chosen("application/json, text/csv") == 0);
    CHECK(chosen("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8") == 0);
    CHECK(chosen("TEXT/CSV ; Charset=UTF-8") == 1);
    CHECK(chosen("application/json; charset=utf-8") == 0);
    CHECK(chosen("application/json; charset=latin1") == -1);
}

TEST_CASE("a range's parameters must stand in the offer") {
    CHECK(chosen("application/ld+json") == 2);
    CHECK(chosen("application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"") == 3);
    CHECK(chosen("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\", application/ld+json") == 3);
    CHECK(chosen("application/ld+json;profile=\"a,b;c\"") == -1);
}

TEST_CASE("what has no weight is refused, by its most exact range") {
    CHECK(chosen("application/json;q=0, */*") == 1);
    CHECK(chosen("*/*;q=0") == -1);
    CHECK(chosen("image/png") == -1);
    CHECK(chosen("application/json;q=nan") == 0);
    CHECK(chosen("application/json;q=7") == 0);
}

TEST_CASE("malformed values are read without harm") {
    for (const std::string_view accept :
         {",", ";;", "\"", "a/b;c=\"\\", "/*", "*", "text", ";q=1", "application/json;;;q="})
        CHECK(chosen(accept) >= -1);
}

TEST_SUITE_END();
