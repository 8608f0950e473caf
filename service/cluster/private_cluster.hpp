// The service's own PostgreSQL: made, started, watched over and stopped with it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace throughline::cluster {

/// Told what the cluster does ("started PostgreSQL 15 in …"), one sentence a call, from any thread.
using cluster_observer = std::function<void(const std::string& sentence)>;

/// A running PostgreSQL that only this machine's account can reach, through a unix socket. It stops when this object
/// goes, and also when the process is killed; when PostgreSQL itself is killed it is started again.
class private_cluster {
public:
    /// Makes the cluster in the directory where absent, starts it and returns when it accepts connections.
    /// Throws cluster_error: in use, of another major version, not writable, PostgreSQL not installed, does not start.
    explicit private_cluster(const std::filesystem::path& directory, cluster_observer observer = {});
    ~private_cluster();
    private_cluster(const private_cluster&) = delete;
    private_cluster& operator=(const private_cluster&) = delete;

    /// For libpq: "postgresql:///throughline?host=…&user=throughline".
    std::string url() const;

    /// The postmaster's process id; 0 while it is being started again.
    int process_id() const;

private:
    struct implementation;
    std::unique_ptr<implementation> self_;
};

/// Where the cluster lies when nothing is said: /var/lib/throughline for root, else $XDG_DATA_HOME/throughline or
/// ~/.local/share/throughline.
std::filesystem::path default_data_directory();

}  // namespace throughline::cluster
