#include "support/temp_database.hpp"

#include "cluster/private_cluster.hpp"
#include "storage/migrator.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace throughline::test {
namespace {

/// One cluster for all tests of the process, gone with it.
struct throw_away_cluster {
    throw_away_cluster()
        : directory(make_directory()), cluster(std::make_unique<cluster::private_cluster>(directory)) {}
    ~throw_away_cluster() {
        cluster.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }

    static std::filesystem::path make_directory() {
        auto pattern = (std::filesystem::temp_directory_path() / "throughline-test-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no directory for the test's database");
        std::filesystem::permissions(pattern, std::filesystem::perms{0755});
        return pattern;
    }

    std::filesystem::path directory;
    std::unique_ptr<cluster::private_cluster> cluster;
};

std::string server_url() {
    if (const char* given = std::getenv("DATABASE_URL"); given != nullptr && *given != '\0') return given;
    static throw_away_cluster own;
    return own.cluster->url();
}

/// The same server, another database: postgresql://host:port/NAME?parameters.
std::string with_database(const std::string& url, const std::string& name) {
    const auto authority = url.find("://") + 3;
    const auto path = url.find('/', authority);
    const auto parameters = url.find('?', authority);
    const auto end_of_authority = std::min({path, parameters, url.size()});
    return url.substr(0, end_of_authority) + "/" + name +
           (parameters == std::string::npos ? "" : url.substr(parameters));
}

void run_on_server(const std::string& sql) {
    storage::session_options options;
    options.url = server_url();
    options.statement_timeout = std::chrono::minutes(1);
    storage::session server(options);
    const auto done = server.run("test_server", storage::access::read, [&](storage::transaction& tx) {
        tx.exec_script(sql);
        return true;
    });
    if (!done) throw std::runtime_error(sql + ": " + done.failure().detail);
}

}  // namespace

temp_database::temp_database(bool migrated) {
    static std::atomic<unsigned> count{0};
    name_ = "throughline_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    run_on_server("CREATE DATABASE " + name_ + " TEMPLATE template0 ENCODING 'UTF8'");
    url_ = with_database(server_url(), name_);
    if (!migrated) return;
    storage::session connection(options());
    const auto applied = storage::migrate(connection, storage::bundled_migrations());
    if (!applied) throw std::runtime_error(applied.failure().detail);
}

temp_database::~temp_database() {
    try {
        run_on_server("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const std::exception&) {
        // The cluster goes with the process; on a lasting server the name says where it came from.
    }
}

storage::session_options temp_database::options() const {
    storage::session_options options;
    options.url = url_;
    return options;
}

}  // namespace throughline::test
