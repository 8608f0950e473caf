// Processor time of this thread, for tests of hostile input: neither other load nor a sanitizer may fail them.
#pragma once

#include <chrono>
#include <ctime>

namespace throughline::test {

/// More than any linear reader takes for a text of a few megabytes, a sanitizer included, and far less than a quadratic
/// one.
inline constexpr std::chrono::seconds linear_time{20};

inline std::chrono::nanoseconds processor_time() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

}  // namespace throughline::test
