#include "cli/api_client.hpp"

#include <doctest/doctest.h>

namespace cli = throughline::cli;

TEST_SUITE_BEGIN("cli");

TEST_CASE("the address of a service is taken apart") {
    const auto plain = cli::parse_service_address("http://127.0.0.1:8080");
    REQUIRE(plain);
    CHECK(plain->host == "127.0.0.1");
    CHECK(plain->port == "8080");
    CHECK(plain->prefix == "");

    const auto behind = cli::parse_service_address("http://news.example/throughline/");
    REQUIRE(behind);
    CHECK(behind->port == "80");
    CHECK(behind->prefix == "/throughline");
    CHECK(behind->text() == "http://news.example:80/throughline");

    const auto six = cli::parse_service_address("http://[::1]:8080");
    REQUIRE(six);
    CHECK(six->host == "::1");
    CHECK(six->text() == "http://[::1]:8080");
}

TEST_CASE("what is no http address is refused") {
    for (const std::string bad : {"", "127.0.0.1:8080", "https://news.example", "http://", "http://a?b", "ftp://a"}) {
        CAPTURE(bad);
        CHECK_FALSE(cli::parse_service_address(bad));
    }
}

TEST_SUITE_END();
