// Shorthand for tests that look into a database.
#pragma once

#include "storage/session.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace throughline::test {

/// Runs the job in a transaction and expects it to succeed.
template <class Job>
auto write(storage::session& connection, Job&& job) {
    auto done = connection.run("test", storage::access::write, std::forward<Job>(job));
    REQUIRE(done);
    return std::move(*done);
}

template <class Job>
auto read(storage::session& connection, Job&& job) {
    auto done = connection.run("test", storage::access::read, std::forward<Job>(job));
    REQUIRE(done);
    return std::move(*done);
}

/// The first field of the first row as text, "" for none.
inline std::string value(storage::session& connection, const std::string& sql) {
    return read(connection, [&](storage::transaction& tx) {
        const auto rows = tx.exec_script(sql);
        return rows.empty() || rows[0][0].is_null() ? std::string() : rows[0][0].as<std::string>();
    });
}

inline void execute(storage::session& connection, const std::string& sql) {
    write(connection, [&](storage::transaction& tx) {
        tx.exec_script(sql);
        return true;
    });
}

}  // namespace throughline::test
