// Query parameters, read one by one; the first that is wrong is told by name.
#pragma once

#include "core/calendar.hpp"
#include "core/error.hpp"
#include "http/request.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::api {

class parameters {
public:
    /// A parameter that is not among the known ones is a failure.
    parameters(const http::request& asked, std::initializer_list<std::string_view> known);

    /// "" when absent; at most `longest` bytes.
    std::string text(std::string_view name, std::size_t longest = 200);

    /// A day as YYYY-MM-DD; nullopt when absent.
    std::optional<day> date(std::string_view name);

    /// A whole number; `fallback` when absent.
    std::uint32_t number(std::string_view name, std::uint32_t least, std::uint32_t most, std::uint32_t fallback);

    /// ?limit=: 1 to 200, 50 when absent.
    std::uint32_t limit() { return number("limit", 1, 200, 50); }

    /// The position that a ?cursor= of this list holds; nullopt when absent.
    std::optional<std::string> cursor(std::string_view list);

    /// Reports a value that only the caller can judge, unless something was wrong before.
    void refuse(errc code, std::string detail, std::string_view name);

    const std::optional<error>& failure() const { return failure_; }

private:
    const http::request& asked_;
    std::optional<error> failure_;
};

/// Above any revision that a story can come to.
constexpr std::uint32_t highest_revision = 2'147'483'647;

/// Reads a whole number without sign.
std::optional<std::int64_t> parse_number(std::string_view text);

}  // namespace throughline::api
