#include "api/parameters.hpp"

#include "http/cursor.hpp"

#include <algorithm>
#include <charconv>

namespace throughline::api {

std::optional<std::int64_t> parse_number(std::string_view text) {
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, value);
    if (failed != std::errc{} || stop != end || value < 0) return std::nullopt;
    return value;
}

parameters::parameters(const http::request& asked, std::initializer_list<std::string_view> known) : asked_(asked) {
    for (const auto& given : asked.query)
        if (std::find(known.begin(), known.end(), given.name) == known.end())
            refuse(errc::invalid_field, "This resource has no such parameter.", given.name);
}

void parameters::refuse(errc code, std::string detail, std::string_view name) {
    if (!failure_) failure_ = error{code, std::move(detail), std::string(name)};
}

std::string parameters::text(std::string_view name, std::size_t longest) {
    const auto given = asked_.parameter_value(name);
    if (!given) return "";
    if (given->size() > longest)
        refuse(errc::invalid_field, "The value is longer than " + std::to_string(longest) + " bytes.", name);
    return std::string(*given);
}

std::optional<day> parameters::date(std::string_view name) {
    const auto given = asked_.parameter_value(name);
    if (!given) return std::nullopt;
    const auto read = parse_day(*given);
    if (read && *read >= day(std::chrono::year(1) / 1 / 1)) return read;
    refuse(errc::invalid_field, "The value must be a day that exists, as YYYY-MM-DD.", name);
    return std::nullopt;
}

std::uint32_t parameters::number(std::string_view name, std::uint32_t least, std::uint32_t most,
                                 std::uint32_t fallback) {
    const auto given = asked_.parameter_value(name);
    if (!given) return fallback;
    const auto read = parse_number(*given);
    if (!read || *read < least || *read > most) {
        refuse(errc::invalid_field,
               "The value must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".",
               name);
        return fallback;
    }
    return static_cast<std::uint32_t>(*read);
}

std::optional<std::string> parameters::cursor(std::string_view list) {
    const auto given = asked_.parameter_value("cursor");
    if (!given) return std::nullopt;
    auto position = http::decode_cursor(list, *given);
    if (position) return std::move(*position);
    refuse(position.failure().code, position.failure().detail, "cursor");
    return std::nullopt;
}

}  // namespace throughline::api
