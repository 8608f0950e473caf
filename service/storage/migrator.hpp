// Brings a database's schema to the one this binary was built for: forward-only SQL files, each applied once.
#pragma once

#include "core/error.hpp"
#include "storage/session.hpp"

#include <string>
#include <vector>

namespace throughline::storage {

/// One migration: "0001_articles" and its SQL.
struct migration {
    std::string name;
    std::string sql;
};

/// The migrations inside the binary, in order.
std::vector<migration> bundled_migrations();

/// Applies what is missing, one transaction a file, and returns the names. Several processes may call it at once:
/// each file is applied by one of them. errc::conflict when an applied file was changed since or the database knows
/// a migration that is not in the list (it belongs to a newer version); errc::unavailable without a database.
result<std::vector<std::string>> migrate(session& connection, const std::vector<migration>& migrations);

/// The names still to be applied; errors as migrate().
result<std::vector<std::string>> pending_migrations(session& connection, const std::vector<migration>& migrations);

}  // namespace throughline::storage
