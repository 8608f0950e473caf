// One database transaction as the stores see it: named statements, prepared once a connection, with typed parameters.
#pragma once

#include "core/calendar.hpp"

#include <pqxx/result>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::storage {

/// A statement with the name under which it is prepared and counted. Lives as long as the program; `name` is unique.
struct query {
    const char* name;
    const char* sql;
};

/// Positional parameters ($1, $2, …) in PostgreSQL's text form.
class params {
public:
    template <class... Values>
    explicit params(const Values&... values) {
        values_.reserve(sizeof...(values));
        (add(values), ...);
    }

    void add(std::string_view value) { values_.emplace_back(value); }
    void add(const std::string& value) { values_.emplace_back(value); }
    void add(const char* value) { values_.emplace_back(value); }
    void add(bool value) { values_.emplace_back(value ? "t" : "f"); }
    void add(double value);
    void add(day value);
    template <std::integral Integer>
    void add(Integer value) {
        values_.emplace_back(std::to_string(value));
    }
    template <class Value>
    void add(const std::optional<Value>& value) {
        if (value)
            add(*value);
        else
            values_.emplace_back(std::nullopt);
    }
    /// A vector becomes a one-dimensional array.
    template <class Value>
    void add(const std::vector<Value>& values);

    const std::vector<std::optional<std::string>>& values() const { return values_; }

private:
    static std::string array_literal(const std::vector<std::optional<std::string>>& elements);

    std::vector<std::optional<std::string>> values_;
};

template <class Value>
void params::add(const std::vector<Value>& values) {
    params elements;
    for (const auto& value : values) elements.add(static_cast<Value>(value));
    values_.emplace_back(array_literal(elements.values_));
}

/// The seam between the stores and libpqxx, whose versions 6 and 7 differ in how statements are run.
class transaction {
public:
    virtual ~transaction() = default;

    /// Runs the statement. Throws pqxx::sql_error or pqxx::broken_connection.
    virtual pqxx::result exec(const query& statement, const params& values) = 0;
    template <class... Values>
    pqxx::result exec(const query& statement, const Values&... values) {
        return exec(statement, params(values...));
    }

    /// Runs a script of one or more statements without parameters.
    virtual pqxx::result exec_script(const std::string& sql) = 0;

protected:
    transaction() = default;
    transaction(const transaction&) = default;
    transaction& operator=(const transaction&) = default;
};

}  // namespace throughline::storage
