#include "cli/progress_bar.hpp"

#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace throughline::cli {
namespace {

constexpr std::size_t widest_bar = 40;

}  // namespace

std::string progress_line(std::size_t done, std::optional<std::size_t> total, std::chrono::duration<double> elapsed,
                          std::size_t width) {
    std::string counts = std::to_string(done);
    if (total) counts += " of " + std::to_string(std::max(*total, done));
    char rate[32];
    std::snprintf(rate, sizeof rate, " · %.0f a second", static_cast<double>(done) / std::max(elapsed.count(), 1e-3));
    counts += rate;
    const auto room = width - std::min(width, width_of(counts) + 4);
    if (!total || *total == 0 || room < 5) return shortened(counts, width);
    const auto bar = std::min(room, widest_bar);
    const auto filled = std::min(bar, bar * done / *total);
    return "[" + std::string(filled, '#') + std::string(bar - filled, ' ') + "] " + counts;
}

progress_bar::progress_bar(std::optional<std::size_t> total) : total_(total), terminal_(is_terminal(2)) {}

void progress_bar::advance() {
    ++done_;
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || (now - drawn_ < std::chrono::milliseconds(100) && done_ != total_)) return;
    drawn_ = now;
    shown_ = true;
    std::cerr << "\r\x1b[K" << progress_line(done_, total_, now - begin_, columns(2) - 1) << std::flush;
}

void progress_bar::clear() {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace throughline::cli
