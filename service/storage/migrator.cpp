#include "storage/migrator.hpp"

#include "resources/resources.hpp"

#include <algorithm>
#include <map>

namespace throughline::storage {
namespace {

// Any constant will do, as long as nothing else in the database locks by it.
constexpr query lock_migrations{"lock_migrations", "SELECT pg_advisory_xact_lock(7302466190417)"};
constexpr query find_log{"migration_log_exists", "SELECT to_regclass('schema_migrations') IS NOT NULL"};
constexpr query list_applied{"list_migrations", "SELECT name, checksum FROM schema_migrations"};
constexpr query checksum_of{"migration_checksum", "SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex')"};
constexpr query record_applied{"record_migration", "INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)"};

constexpr auto create_log = R"(
    CREATE TABLE IF NOT EXISTS schema_migrations (
        name       text PRIMARY KEY,
        checksum   text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
    ))";

std::string checksum(transaction& tx, const std::string& sql) {
    return tx.exec(checksum_of, sql)[0][0].as<std::string>();
}

result<std::vector<migration>> missing(transaction& tx, const std::vector<migration>& migrations) {
    std::map<std::string, std::string> applied;
    if (tx.exec(find_log)[0][0].as<bool>())
        for (const auto& row : tx.exec(list_applied)) applied[row[0].as<std::string>()] = row[1].as<std::string>();

    std::vector<migration> rest;
    for (const auto& each : migrations) {
        const auto known = applied.find(each.name);
        if (known == applied.end()) {
            rest.push_back(each);
        } else if (known->second != checksum(tx, each.sql)) {
            return error{errc::conflict, "migration " + each.name + " was edited after it had been applied", {}};
        } else if (!rest.empty()) {
            return error{errc::conflict, "migration " + rest.front().name + " comes before one already applied", {}};
        }
        if (known != applied.end()) applied.erase(known);
    }
    if (!applied.empty())
        return error{errc::conflict,
                     "the database has migration " + applied.begin()->first + " of a newer version of the program",
                     {}};
    return rest;
}

std::vector<std::string> names(const std::vector<migration>& migrations) {
    std::vector<std::string> list;
    for (const auto& each : migrations) list.push_back(each.name);
    return list;
}

/// Applies the first that is missing, in its own transaction; "" when there is none.
result<std::string> apply_next(transaction& tx, const std::vector<migration>& migrations) {
    tx.exec_script("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0");
    tx.exec(lock_migrations);
    tx.exec_script(create_log);
    const auto rest = missing(tx, migrations);
    if (!rest) return rest.failure();
    if (rest->empty()) return std::string();
    const auto& next = rest->front();
    tx.exec_script(next.sql);
    tx.exec(record_applied, next.name, checksum(tx, next.sql));
    return next.name;
}

}  // namespace

std::vector<migration> bundled_migrations() {
    constexpr std::string_view folder = "migrations/";
    std::vector<migration> list;
    for (const auto path : resources::list(folder)) {
        auto name = path.substr(folder.size());
        name.remove_suffix(std::string_view(".sql").size());
        list.push_back({std::string(name), std::string(resources::get(path))});
    }
    return list;
}

result<std::vector<std::string>> migrate(session& connection, const std::vector<migration>& migrations) {
    std::vector<std::string> applied;
    for (;;) {
        const auto step =
            connection.run("migrate", access::write, [&](transaction& tx) { return apply_next(tx, migrations); });
        if (!step) return step.failure();
        if (step->empty()) return applied;
        applied.push_back(*step);
    }
}

result<std::vector<std::string>> pending_migrations(session& connection, const std::vector<migration>& migrations) {
    return connection.run("pending_migrations", access::read, [&](transaction& tx) -> result<std::vector<std::string>> {
        const auto rest = missing(tx, migrations);
        if (!rest) return rest.failure();
        return names(*rest);
    });
}

}  // namespace throughline::storage
