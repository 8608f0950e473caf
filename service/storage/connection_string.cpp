#include "storage/connection_string.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace throughline::storage {
namespace {

std::string one_line(const char* message) {
    std::string text = message == nullptr ? "" : message;
    while (!text.empty() && text.back() == '\n') text.pop_back();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace

std::string connection_string_problem(const std::string& url) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> read(PQconninfoParse(url.c_str(), &message),
                                                                              PQconninfoFree);
    const std::unique_ptr<char, void (*)(void*)> owned(message, PQfreemem);
    return read ? std::string() : one_line(message);
}

std::string connection_problem(const session_options& options) {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> link(PQconnectdb(connection_string(options).c_str()), PQfinish);
    return PQstatus(link.get()) == CONNECTION_OK ? std::string() : one_line(PQerrorMessage(link.get()));
}

std::string connection_string(const session_options& options) {
    const auto seconds = std::max<std::chrono::seconds::rep>(
        2, std::chrono::ceil<std::chrono::seconds>(options.connect_timeout).count());
    const std::vector<std::pair<std::string, std::string>> defaults{
        {"connect_timeout", std::to_string(seconds)},
        {"application_name", options.application_name},
        {"tcp_user_timeout", "10000"},  // milliseconds until a silent network counts as a lost connection
    };
    // Also as start options: libpqxx 6 may connect anew by itself, without connection_setup().
    const auto limit = [](const char* name, std::chrono::milliseconds value) {
        return std::string("-c%20") + name + "%3D" + std::to_string(value.count());
    };
    const auto limits = limit("statement_timeout", options.statement_timeout) + "%20" +
                        limit("lock_timeout", options.lock_timeout) + "%20" +
                        limit("idle_in_transaction_session_timeout", options.idle_in_transaction_timeout);
    const bool is_url = options.url.starts_with("postgresql://") || options.url.starts_with("postgres://");
    auto text = options.url;
    for (const auto& [name, value] : defaults) {
        if (text.find(name + '=') != std::string::npos) continue;
        text += is_url ? (text.find('?') == std::string::npos ? "?" : "&") : " ";
        text += name + '=' + value;
    }
    if (is_url && text.find("options=") == std::string::npos) text += "&options=" + limits;
    return text;
}

std::string connection_setup(const session_options& options) {
    const auto setting = [](const char* name, std::chrono::milliseconds value) {
        return "SET " + std::string(name) + " = " + std::to_string(value.count()) + ";";
    };
    // Statements are short: compiling them would take longer than running them.
    return "SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET datestyle = 'ISO'; SET jit = off;"
           "SET standard_conforming_strings = on; SET client_min_messages = warning;" +
           setting("statement_timeout", options.statement_timeout) + setting("lock_timeout", options.lock_timeout) +
           setting("idle_in_transaction_session_timeout", options.idle_in_transaction_timeout);
}

}  // namespace throughline::storage
