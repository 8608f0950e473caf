// A line at the foot of the terminal that tells how far the work is.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace throughline::cli {

/// "[######              ] 12 of 40 · 8 a second", without a bar while the total is not known. Columns fit the width.
std::string progress_line(std::size_t done, std::optional<std::size_t> total, std::chrono::duration<double> elapsed,
                          std::size_t width);

/// Draws on the standard error stream when that is a terminal, ten times a second at most; else does nothing.
class progress_bar {
public:
    explicit progress_bar(std::optional<std::size_t> total);
    ~progress_bar() { clear(); }
    progress_bar(const progress_bar&) = delete;
    progress_bar& operator=(const progress_bar&) = delete;

    void advance();

    /// Takes the line away, so that something else can be printed; advance() brings it back.
    void clear();

private:
    std::optional<std::size_t> total_;
    std::size_t done_ = 0;
    bool shown_ = false;
    bool terminal_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point drawn_{};
};

}  // namespace throughline::cli
