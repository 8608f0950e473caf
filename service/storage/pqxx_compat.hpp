// The few libpqxx calls that versions 6.4 and 7.10 spell differently. Included by session.cpp alone.
#pragma once

#include <pqxx/pqxx>
#include <pqxx/version>

#include <optional>
#include <string>
#include <vector>

namespace throughline::storage::compat {

using values = std::vector<std::optional<std::string>>;

#if PQXX_VERSION_MAJOR >= 7

inline pqxx::result exec_prepared(pqxx::transaction_base& tx, const char* name, const values& parameters) {
    pqxx::params list;
    list.reserve(parameters.size());
    for (const auto& value : parameters) {
        if (value)
            list.append(*value);
        else
            list.append();
    }
    return tx.exec(pqxx::prepped{name}, list);
}

#else

inline pqxx::result exec_prepared(pqxx::transaction_base& tx, const char* name, const values& parameters) {
    std::vector<const char*> list;
    list.reserve(parameters.size());
    for (const auto& value : parameters) list.push_back(value ? value->c_str() : nullptr);
    return tx.exec_prepared(name, pqxx::prepare::make_dynamic_params(list));
}

#endif

}  // namespace throughline::storage::compat
