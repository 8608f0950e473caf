#include "log/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <boost/json.hpp>

#include <array>
#include <memory>

namespace throughline::log {
namespace {

constexpr std::array<std::string_view, 4> level_names{"debug", "info", "warning", "error"};

spdlog::level::level_enum to_spdlog(level value) {
    switch (value) {
        case level::debug: return spdlog::level::debug;
        case level::info: return spdlog::level::info;
        case level::warning: return spdlog::level::warn;
        case level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

// Left to the process's end on purpose: other threads may log while statics are destroyed.
spdlog::logger& sink() {
    static auto* const logger = [] {
        auto* made = new spdlog::logger("throughline", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ",%v)", spdlog::pattern_time_type::utc);
        made->flush_on(spdlog::level::trace);
        return made;
    }();
    return *logger;
}

// Bytes that are not UTF-8 may reach a message (a URL, a driver's words); the line must stay JSON.
std::string quoted(std::string_view text) {
    std::string quoted_text = boost::json::serialize(boost::json::string_view(text));
    boost::system::error_code not_utf8;
    boost::json::parse(quoted_text, not_utf8);
    if (!not_utf8) return quoted_text;
    std::string ascii(text);
    for (char& letter : ascii)
        if (static_cast<unsigned char>(letter) >= 0x80) letter = '?';
    return boost::json::serialize(boost::json::string_view(ascii));
}

struct to_text {
    std::string operator()(std::string_view text) const { return quoted(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return boost::json::serialize(boost::json::value(number)); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
};

}  // namespace

void set_level(level lowest) { sink().set_level(to_spdlog(lowest)); }

bool enabled(level of_line) { return sink().should_log(to_spdlog(of_line)); }

std::optional<level> parse_level(std::string_view name) {
    for (std::size_t index = 0; index < level_names.size(); ++index)
        if (level_names[index] == name) return static_cast<level>(index);
    return std::nullopt;
}

std::string to_json(level of_line, std::string_view message, std::initializer_list<field> fields) {
    std::string line = "{\"level\":\"";
    line += level_names[static_cast<std::size_t>(of_line)];
    line += "\",\"message\":";
    line += quoted(message);
    for (const auto& [name, value] : fields) {
        line += ',';
        line += quoted(name);
        line += ':';
        line += std::visit(to_text{}, value);
    }
    line += '}';
    return line;
}

void write(level of_line, std::string_view message, std::initializer_list<field> fields) {
    if (!enabled(of_line)) return;
    try {
        const std::string line = to_json(of_line, message, fields);
        sink().log(to_spdlog(of_line), spdlog::string_view_t(line.data() + 1, line.size() - 1));
    } catch (const std::exception&) {
        // A log line is not worth a failed request.
    }
}

}  // namespace throughline::log
