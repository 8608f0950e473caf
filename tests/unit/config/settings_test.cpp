#include "config/settings.hpp"

#include <doctest/doctest.h>

#include <map>

namespace config = throughline::config;

namespace {

auto read(const std::map<std::string, std::string, std::less<>>& values) {
    return config::read_settings([&](std::string_view name) -> std::optional<std::string> {
        const auto found = values.find(name);
        return found == values.end() ? std::nullopt : std::optional<std::string>(found->second);
    });
}

}  // namespace

TEST_CASE("an empty environment gives the defaults") {
    const auto settings = read({});

    REQUIRE(settings);
    CHECK(settings->host == "127.0.0.1");
    CHECK(settings->port == 8080);
    CHECK(settings->database_url.empty());
    CHECK(settings->workers >= 1);
    CHECK(settings->api_keys.empty());
}

TEST_CASE("every variable is read") {
    const auto settings = read({{"DATABASE_URL", "postgresql:///x"},
                                {"THROUGHLINE_HOST", "0.0.0.0"},
                                {"THROUGHLINE_PORT", "0"},
                                {"THROUGHLINE_PUBLIC_URL", "https://news.example/timelines/"},
                                {"THROUGHLINE_DATA_DIR", "/srv/t"},
                                {"THROUGHLINE_MIGRATE", "off"},
                                {"THROUGHLINE_API_KEYS", "first-key,second-key"},
                                {"THROUGHLINE_DB_CONNECTIONS", "3"},
                                {"THROUGHLINE_WORKERS", "0"},
                                {"THROUGHLINE_LEASE_SECONDS", "15"},
                                {"THROUGHLINE_CACHE_MB", "2"},
                                {"THROUGHLINE_MAX_CONNECTIONS", "7"},
                                {"THROUGHLINE_MAX_BACKLOG", "9"},
                                {"THROUGHLINE_LOG_LEVEL", "debug"},
                                {"THROUGHLINE_STOP_SECONDS", "5"}});

    REQUIRE(settings);
    CHECK(settings->database_url == "postgresql:///x");
    CHECK(settings->host == "0.0.0.0");
    CHECK(settings->port == 0);
    CHECK(settings->public_url == "https://news.example/timelines");
    CHECK(settings->data_dir == "/srv/t");
    CHECK_FALSE(settings->migrate);
    CHECK(settings->api_keys == std::vector<std::string>{"first-key", "second-key"});
    CHECK(settings->db_connections == 3);
    CHECK(settings->workers == 0);
    CHECK(settings->lease_seconds == 15);
    CHECK(settings->cache_bytes == 2 * 1024 * 1024);
    CHECK(settings->max_connections == 7);
    CHECK(settings->max_backlog == 9);
    CHECK(settings->log_level == "debug");
    CHECK(settings->stop_seconds == 5);
}

TEST_CASE("a value that does not fit is refused by the variable's name") {
    const std::pair<std::string, std::string> samples[] = {{"THROUGHLINE_PORT", "65536"},
                                                           {"THROUGHLINE_PORT", "80a"},
                                                           {"THROUGHLINE_PORT", "-1"},
                                                           {"THROUGHLINE_MIGRATE", "yes"},
                                                           {"THROUGHLINE_API_KEYS", "short"},
                                                           {"THROUGHLINE_API_KEYS", "long-enough,"},
                                                           {"THROUGHLINE_LOG_LEVEL", "quiet"},
                                                           {"THROUGHLINE_WORKERS", "65"},
                                                           {"THROUGHLINE_PUBLIC_URL", "news.example"},
                                                           {"THROUGHLINE_PUBLIC_URL", "https://"},
                                                           {"THROUGHLINE_PUBLIC_URL", "http://a.example/?x"}};
    for (const auto& [name, value] : samples) {
        const auto settings = read({{name, value}});

        REQUIRE_FALSE(settings);
        CHECK(settings.failure().field == name);
    }
}
