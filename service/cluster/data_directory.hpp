// The directory of the private cluster: one owner at a time, made in one step, never of the wrong version.
#pragma once

#include "cluster/account.hpp"
#include "cluster/postgres_binaries.hpp"

#include <filesystem>
#include <optional>

namespace throughline::cluster {

/// Holds the directory for this process until destroyed.
///
///     DIR/lock        held while a service uses the directory
///     DIR/postgres    the cluster; made aside as postgres.new and renamed, so that it is there whole or not at all
///     DIR/log         what PostgreSQL prints
class data_directory {
public:
    /// Makes the directory where absent and takes its lock. Throws cluster_error when another process holds it, when it
    /// holds something else, or when it cannot be written.
    data_directory(std::filesystem::path directory);
    ~data_directory();
    data_directory(const data_directory&) = delete;
    data_directory& operator=(const data_directory&) = delete;

    /// Makes the cluster where absent (checksums, UTF-8, role and database "throughline") and clears what a killed
    /// postmaster left behind. Throws cluster_error.
    void prepare();

    const std::filesystem::path& directory() const { return directory_; }
    std::filesystem::path cluster() const { return directory_ / "postgres"; }
    std::filesystem::path log() const { return directory_ / "log"; }
    /// Folder of the unix socket: in the directory, or in /tmp where that path would be too long for a socket.
    std::filesystem::path socket_folder() const;
    const std::optional<account>& owner() const { return owner_; }
    const postgres_binaries& binaries() const { return binaries_; }

private:
    void make_cluster();
    void end_orphan();

    std::filesystem::path directory_;
    std::optional<account> owner_;
    postgres_binaries binaries_;
    int lock_ = -1;
};

}  // namespace throughline::cluster
