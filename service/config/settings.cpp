#include "config/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <thread>

namespace throughline::config {
namespace {

constexpr std::size_t megabyte = 1024 * 1024;

/// Sets a field from text; the sentence says what is expected when the text does not fit.
using setter = std::optional<std::string> (*)(settings&, const std::string& text);

template <class Number>
std::optional<std::string> set_number(Number& field, const std::string& text, std::uint64_t least, std::uint64_t most) {
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, value);
    if (failed != std::errc{} || stop != end || value < least || value > most)
        return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    field = static_cast<Number>(value);
    return std::nullopt;
}

std::optional<std::string> set_keys(settings& to, const std::string& text) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find(',', begin), text.size());
        if (end - begin < 8) return "keys of at least 8 characters, separated by commas";
        to.api_keys.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return std::nullopt;
}

std::optional<std::string> set_switch(bool& field, const std::string& text) {
    if (text != "on" && text != "off") return "on or off";
    field = text == "on";
    return std::nullopt;
}

std::optional<std::string> set_level(settings& to, const std::string& text) {
    constexpr std::array<std::string_view, 4> levels{"debug", "info", "warning", "error"};
    if (std::find(levels.begin(), levels.end(), text) == levels.end()) return "debug, info, warning or error";
    to.log_level = text;
    return std::nullopt;
}

std::optional<std::string> set_megabytes(std::size_t& field, const std::string& text) {
    auto failure = set_number(field, text, 0, 1'000'000);
    if (!failure) field *= megabyte;
    return failure;
}

std::optional<std::string> set_address(std::string& field, const std::string& text) {
    const auto scheme = text.starts_with("https://") ? 8U : text.starts_with("http://") ? 7U : 0U;
    const bool plain = text.find_first_of(" \t\r\n\"<>?#") == std::string::npos;
    if (scheme == 0 || text.size() == scheme || !plain) return "an address like https://news.example/timelines";
    field = text.substr(0, text.find_last_not_of('/') + 1);
    return std::nullopt;
}

struct row {
    variable shown;
    setter set;
};

constexpr std::array rows{
    row{{"DATABASE_URL", "libpq URL of the database; default a private cluster in the data directory"},
        [](settings& to, const std::string& text) -> std::optional<std::string> {
            to.database_url = text;
            return std::nullopt;
        }},
    row{{"THROUGHLINE_HOST", "address to listen on; default 127.0.0.1"},
        [](settings& to, const std::string& text) -> std::optional<std::string> {
            to.host = text;
            return std::nullopt;
        }},
    row{{"THROUGHLINE_PORT", "port to listen on, 0 for any free one; default 8080"},
        [](settings& to, const std::string& text) {
            return set_number(to.port, text, 0, std::numeric_limits<std::uint16_t>::max());
        }},
    row{{"THROUGHLINE_PUBLIC_URL",
         "where readers reach the service, for addresses in exports; default the request's Host"},
        [](settings& to, const std::string& text) { return set_address(to.public_url, text); }},
    row{{"THROUGHLINE_DATA_DIR",
         "directory of the private cluster; default /var/lib/throughline for root, else "
         "~/.local/share/throughline"},
        [](settings& to, const std::string& text) -> std::optional<std::string> {
            to.data_dir = text;
            return std::nullopt;
        }},
    row{{"THROUGHLINE_ONTOLOGY", "file of the event types and their words; default the one inside the binary"},
        [](settings& to, const std::string& text) -> std::optional<std::string> {
            to.ontology_file = text;
            return std::nullopt;
        }},
    row{{"THROUGHLINE_MIGRATE",
         "on: bring the schema up to date at start; off: refuse to start when it is not; default on"},
        [](settings& to, const std::string& text) { return set_switch(to.migrate, text); }},
    row{{"THROUGHLINE_API_KEYS", "keys separated by commas, one of which every request must carry; default none"},
        set_keys},
    row{{"THROUGHLINE_DB_CONNECTIONS", "database connections for requests; default 8"},
        [](settings& to, const std::string& text) { return set_number(to.db_connections, text, 1, 100); }},
    row{{"THROUGHLINE_WORKERS", "threads that read articles, 0 for none; default the number of cores, at most 8"},
        [](settings& to, const std::string& text) { return set_number(to.workers, text, 0, 64); }},
    row{{"THROUGHLINE_LEASE_SECONDS", "seconds after which a job of a process that died goes to another; default 60"},
        [](settings& to, const std::string& text) { return set_number(to.lease_seconds, text, 5, 3600); }},
    row{{"THROUGHLINE_CACHE_MB", "megabytes of timelines kept ready to send; default 64"},
        [](settings& to, const std::string& text) { return set_megabytes(to.cache_bytes, text); }},
    row{{"THROUGHLINE_MAX_CONNECTIONS", "client connections open at once; default 1000"},
        [](settings& to, const std::string& text) { return set_number(to.max_connections, text, 1, 100'000); }},
    row{{"THROUGHLINE_MAX_LISTENERS", "readers of streams at once, besides the other clients; default 10000"},
        [](settings& to, const std::string& text) { return set_number(to.max_listeners, text, 0, 1'000'000); }},
    row{{"THROUGHLINE_HISTORY_REVISIONS",
         "newest revisions of each story that can be shown as they were (?as_of=); default 500"},
        [](settings& to, const std::string& text) { return set_number(to.history_revisions, text, 1, 1'000'000'000); }},
    row{{"THROUGHLINE_MAX_BACKLOG", "articles waiting to be read beyond which new ones are refused; default 100000"},
        [](settings& to, const std::string& text) { return set_number(to.max_backlog, text, 1, 100'000'000); }},
    row{{"THROUGHLINE_LOG_LEVEL", "debug, info, warning or error; default info"}, set_level},
    row{{"THROUGHLINE_STOP_SECONDS", "seconds for requests in flight once told to stop; default 20"},
        [](settings& to, const std::string& text) { return set_number(to.stop_seconds, text, 1, 3600); }},
};

constexpr auto shown_rows = [] {
    std::array<variable, rows.size()> shown{};
    for (std::size_t index = 0; index < rows.size(); ++index) shown[index] = rows[index].shown;
    return shown;
}();

}  // namespace

std::span<const variable> variables() { return shown_rows; }

result<settings> read_settings(const environment& lookup) {
    settings read;
    read.workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    for (const auto& [shown, set] : rows) {
        const auto text = lookup(shown.name);
        if (!text || text->empty()) continue;
        if (const auto expected = set(read, *text))
            return error{errc::invalid_field, std::string(shown.name) + " must be " + *expected + ".",
                         std::string(shown.name)};
    }
    return read;
}

environment process_environment() {
    return [](std::string_view name) -> std::optional<std::string> {
        const char* value = std::getenv(std::string(name).c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
}

}  // namespace throughline::config
