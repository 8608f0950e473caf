// The options of commands that talk to a running service.
#pragma once

#include "cli/api_client.hpp"

#include <string>

namespace CLI {
class App;
}

namespace throughline::cli {

struct service_options {
    std::string base = "http://127.0.0.1:8080";  ///< --base, THROUGHLINE_BASE
    std::string key;                             ///< --key, THROUGHLINE_API_KEY

    /// Declares both. They must outlive the command.
    void add_to(CLI::App& command);

    /// Of a base that add_to() has checked.
    service_address address() const { return *parse_service_address(base); }
};

}  // namespace throughline::cli
