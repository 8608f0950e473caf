// Log lines for machines: one JSON object a line on standard error.
//   {"time":"2018-03-20T10:00:00.123Z","level":"info","message":"listening","port":8080}
// Thread-safe. Never throws and never logs the text of an article or a key.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace throughline::log {

enum class level : std::uint8_t { debug, info, warning, error };

/// A named value of a log line. Views must outlive the call only.
struct field {
    std::string_view name;
    std::variant<std::string_view, std::int64_t, double, bool> value;

    field(std::string_view key, std::string_view text) : name(key), value(text) {}
    field(std::string_view key, const std::string& text) : name(key), value(std::string_view(text)) {}
    field(std::string_view key, const char* text) : name(key), value(std::string_view(text)) {}
    field(std::string_view key, bool flag) : name(key), value(flag) {}
    field(std::string_view key, double number) : name(key), value(number) {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) field(std::string_view key, Number number)
        : name(key), value(static_cast<std::int64_t>(number)) {}
};

/// Lines below this level are dropped; info until set.
void set_level(level lowest);
bool enabled(level of_line);

/// "debug", "info", "warning" or "error"; nullopt for anything else.
std::optional<level> parse_level(std::string_view name);

void write(level of_line, std::string_view message, std::initializer_list<field> fields = {});

inline void debug(std::string_view message, std::initializer_list<field> fields = {}) {
    write(level::debug, message, fields);
}
inline void info(std::string_view message, std::initializer_list<field> fields = {}) {
    write(level::info, message, fields);
}
inline void warning(std::string_view message, std::initializer_list<field> fields = {}) {
    write(level::warning, message, fields);
}
inline void error(std::string_view message, std::initializer_list<field> fields = {}) {
    write(level::error, message, fields);
}

/// The object that write() prints, without the time; for tests and other sinks.
std::string to_json(level of_line, std::string_view message, std::initializer_list<field> fields);

}  // namespace throughline::log
