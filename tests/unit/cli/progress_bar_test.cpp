#include "cli/progress_bar.hpp"
#include "cli/terminal.hpp"

#include <doctest/doctest.h>

namespace cli = throughline::cli;
using std::chrono::seconds;

TEST_SUITE_BEGIN("cli");

TEST_CASE("the line tells how far the work is") {
    CHECK(cli::progress_line(10, 40, seconds(5), 45) == "[#####               ] 10 of 40 · 2 a second");
    CHECK(cli::progress_line(10, std::nullopt, seconds(5), 45) == "10 · 2 a second");
    CHECK(cli::progress_line(41, 40, seconds(5), 20) == "41 of 41 · 8 a seco…");
}

TEST_CASE("the line fits its terminal") {
    for (std::size_t width = 1; width < 120; ++width)
        CHECK(cli::width_of(cli::progress_line(7, 9, seconds(1), width)) <= width);
}

TEST_SUITE_END();
