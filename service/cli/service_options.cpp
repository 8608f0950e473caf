#include "cli/service_options.hpp"

#include <CLI/CLI.hpp>

namespace throughline::cli {

void service_options::add_to(CLI::App& command) {
    const auto is_http = [](const std::string& given) {
        return parse_service_address(given) ? std::string() : "\"" + given + "\" is no http address";
    };
    command.add_option("--base", base, "Where the service answers")
        ->envname("THROUGHLINE_BASE")
        ->check(CLI::Validator(is_http, "URL"))
        ->capture_default_str();
    command.add_option("--key", key, "API key, where the service asks for one")->envname("THROUGHLINE_API_KEY");
}

}  // namespace throughline::cli
