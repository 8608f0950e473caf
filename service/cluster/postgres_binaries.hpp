// Finds the PostgreSQL that is installed on this machine.
#pragma once

#include <filesystem>
#include <optional>

namespace throughline::cluster {

struct postgres_binaries {
    std::filesystem::path folder;  ///< holds initdb and postgres
    int major = 0;                 ///< 15 for PostgreSQL 15.x
};

/// The newest installed PostgreSQL, or the one of the given major version. THROUGHLINE_POSTGRES_BIN names a folder to
/// use instead of Debian's. Throws cluster_error that says what to install.
postgres_binaries find_postgres(std::optional<int> major);

}  // namespace throughline::cluster
