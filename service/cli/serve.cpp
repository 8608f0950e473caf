// throughline serve: runs the service until it is told to stop.
#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/ontology_file.hpp"
#include "cli/running_service.hpp"
#include "log/log.hpp"

#include <sys/resource.h>
#include <CLI/CLI.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <iostream>
#include <memory>
#include <stdexcept>

namespace throughline::cli {
namespace {

struct serve_flags {
    std::string host;
    std::optional<std::uint16_t> port;
    std::string data_dir;
    std::string ontology_file;
};

result<config::settings> read_settings(const serve_flags& flags) {
    auto read = config::read_settings(config::process_environment());
    if (!read) return read;
    if (!flags.host.empty()) read->host = flags.host;
    if (flags.port) read->port = *flags.port;
    if (!flags.data_dir.empty()) read->data_dir = flags.data_dir;
    if (!flags.ontology_file.empty()) read->ontology_file = flags.ontology_file;
    return read;
}

/// A descriptor a client: the usual soft limit of 1,024 is for programs that use select().
void allow_many_descriptors() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// nullptr when the address cannot be used; stderr says why.
std::unique_ptr<running_service> start(boost::asio::io_context& io, const config::settings& settings,
                                       const std::string& database_url) {
    try {
        return std::make_unique<running_service>(io, settings, database_url);
    } catch (const boost::system::system_error& failure) {
        std::cerr << "throughline: cannot listen on " << settings.host << " port " << settings.port << ": "
                  << failure.code().message() << '\n';
        return nullptr;
    }
}

/// False when the file is no ontology; stderr says where.
bool use_ontology(const config::settings& settings) {
    try {
        use_ontology_file(settings.ontology_file);
        return true;
    } catch (const std::runtime_error& failure) {
        std::cerr << "throughline: " << failure.what() << '\n';
        return false;
    }
}

int serve(const serve_flags& flags) {
    const auto settings = read_settings(flags);
    if (!settings) {
        std::cerr << "throughline: " << settings.failure().detail << '\n';
        return exit_usage;
    }
    if (!use_ontology(*settings)) return exit_usage;
    log::set_level(log::parse_level(settings->log_level).value_or(log::level::info));
    std::signal(SIGPIPE, SIG_IGN);
    allow_many_descriptors();

    boost::asio::io_context io(1);
    boost::asio::signal_set signals(io, SIGINT, SIGTERM);
    const auto opened = open_database(*settings);
    if (const int code = prepare_schema(opened, *settings); code != exit_done) return code;
    const auto service = start(io, *settings, opened.url);
    if (!service) return exit_failed;

    signals.async_wait([&](const boost::system::error_code& failed, int) {
        if (failed) return;
        log::info("stopping");
        signals.clear();  // a second signal ends the process at once
        service->stop();
    });
    std::cout << "listening on " << service->base_url() << std::endl;
    io.run();
    log::info("stopped");
    return exit_done;
}

}  // namespace

void add_serve(CLI::App& app, int& code) {
    auto flags = std::make_shared<serve_flags>();
    auto* command = app.add_subcommand("serve", "Run the service until SIGTERM or Ctrl-C");
    command->add_option("--host", flags->host, "Address to listen on (127.0.0.1)");
    command->add_option("--port", flags->port, "Port to listen on, 0 for any free one (8080)");
    command->add_option("--data-dir", flags->data_dir, "Directory of the private cluster (without DATABASE_URL)");
    command->add_option("--ontology", flags->ontology_file, "Ontology file to use instead of the built-in one");
    std::string footer = "Environment:\n";
    for (const auto& [name, meaning] : config::variables())
        footer.append("  ").append(name).append("\n      ").append(meaning).append("\n");
    command->footer(footer);
    command->callback([flags, &code] { code = serve(*flags); });
}

}  // namespace throughline::cli
