#include "support/answer_log.hpp"

#include "support/http_client.hpp"

#include <boost/json.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <mutex>
#include <set>

namespace throughline::test {
namespace {

namespace json = boost::json;

std::mutex guard;
std::set<std::string> servers;

bool is_logged(const std::string& base) {
    const std::lock_guard lock(guard);
    return servers.contains(base);
}

/// One write, so that lines of several processes do not mix.
void append(const json::object& line) {
    const auto text = json::serialize(line) + '\n';
    const int file = ::open(std::getenv("THROUGHLINE_RECORD"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (file < 0 || ::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) std::abort();
    ::close(file);
}

}  // namespace

void log_answers_of(const std::string& base) {
    if (std::getenv("THROUGHLINE_RECORD") == nullptr) return;
    const std::lock_guard lock(guard);
    servers.insert(base);
}

void pass_over_answers_of(const std::string& base) {
    const std::lock_guard lock(guard);
    servers.erase(base);
}

void log_answer(const std::string& base, std::string_view method, std::string_view target,
                const http_response& response) {
    if (!is_logged(base)) return;
    json::object headers;
    for (const auto& [name, value] : response.headers) headers[name] = value;
    const bool packed = response.header("content-encoding") == "gzip" && !response.body.empty();
    append({{"method", method},
            {"target", target},
            {"status", response.status},
            {"headers", std::move(headers)},
            {"body", packed ? gunzip(response.body) : response.body}});
}

void log_event(const std::string& base, std::string_view target, std::string_view name, std::string_view data) {
    if (!is_logged(base)) return;
    append({{"method", "GET"}, {"target", target}, {"event", name}, {"data", data}});
}

}  // namespace throughline::test
