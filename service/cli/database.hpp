// The database that the settings name: somebody's server, or the private cluster of the data directory.
#pragma once

#include "cluster/private_cluster.hpp"
#include "config/settings.hpp"

#include <memory>
#include <string>

namespace throughline::cli {

/// Keeps the private cluster running, where there is one.
struct database {
    std::unique_ptr<cluster::private_cluster> own;
    std::string url;
};

/// Throws cluster::cluster_error.
database open_database(const config::settings& settings);

/// Brings the schema up to date, or with settings.migrate off checks that it is. Waits up to ten seconds for a server
/// that does not answer yet. Returns an exit code and says on stderr what is wrong.
int prepare_schema(const database& opened, const config::settings& settings);

}  // namespace throughline::cli
