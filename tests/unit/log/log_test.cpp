#include "log/log.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

namespace tl_log = throughline::log;

TEST_CASE("a log line is one JSON object with its fields") {
    const auto line = tl_log::to_json(tl_log::level::info, "said \"yes\"\n",
                                      {{"status", 200}, {"seconds", 0.25}, {"kept", true}, {"path", "/v1"}});

    const auto value = boost::json::parse(line);

    CHECK(line.find('\n') == std::string::npos);
    CHECK(value.at("level") == "info");
    CHECK(value.at("message") == "said \"yes\"\n");
    CHECK(value.at("status") == 200);
    CHECK(value.at("kept") == true);
    CHECK(value.at("path") == "/v1");
}

TEST_CASE("bytes that are not UTF-8 leave a log line readable") {
    const auto line = tl_log::to_json(tl_log::level::error, "bad \xff byte", {{"path", "\xc3("}});

    CHECK_NOTHROW(boost::json::parse(line));
}

TEST_CASE("levels are read by name") {
    CHECK(tl_log::parse_level("warning") == tl_log::level::warning);
    CHECK_FALSE(tl_log::parse_level("WARN"));
}
