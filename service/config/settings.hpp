// Everything that an operator can set, read once from the environment and checked. Command line flags stand above it.
#pragma once

#include "core/error.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::config {

struct settings {
    std::string host = "127.0.0.1";     ///< address to listen on; default loopback only
    std::uint16_t port = 8080;          ///< 0: any free one
    std::string database_url;           ///< libpq URL; "": a private cluster in data_dir
    std::string public_url;             ///< where readers reach it, for addresses in exports; "": the request's Host
    std::string data_dir;               ///< of the private cluster; "": the account's default place
    std::string ontology_file;          ///< of the event types; "": the one inside the binary
    bool migrate = true;                ///< bring the schema up to date at start; false: refuse to start when it is not
    std::vector<std::string> api_keys;  ///< any of them opens the API; empty: no key is asked for
    std::size_t db_connections = 8;     ///< for requests; the workers have one each besides
    std::size_t workers = 2;            ///< threads that read articles; default the number of cores, at most 8
    unsigned lease_seconds = 60;        ///< after which a job of a process that died goes to another
    std::size_t cache_bytes = 64 * 1024 * 1024;  ///< of timelines kept ready to send
    std::size_t max_connections = 1000;          ///< of clients; one more is answered 503
    std::size_t max_listeners = 10'000;          ///< of stories' streams; one more is answered 503
    std::uint32_t history_revisions = 500;       ///< of a story that can be shown as they were
    std::size_t max_backlog = 100'000;           ///< articles waiting to be read beyond which new ones are answered 429
    std::string log_level = "info";              ///< debug (a line for every request), info, warning, error
    unsigned stop_seconds = 20;                  ///< for requests in flight once the service is told to stop
};

/// One setting as operators see it.
struct variable {
    std::string_view name;     ///< "THROUGHLINE_PORT"
    std::string_view meaning;  ///< one sentence with the default
};
std::span<const variable> variables();

/// The value of an environment variable; nullopt when it is not set. Empty values count as not set.
using environment = std::function<std::optional<std::string>(std::string_view name)>;

/// errc::invalid_field naming the variable.
result<settings> read_settings(const environment& lookup);

/// The environment of this process.
environment process_environment();

}  // namespace throughline::config
