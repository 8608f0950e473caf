#include "api/operations.hpp"

#include "api/failures.hpp"
#include "metrics/metrics.hpp"
#include "resources/resources.hpp"

namespace throughline::api {
namespace {

namespace asio = boost::asio;

/// The process is alive and its I/O thread turns.
asio::awaitable<http::response> healthz(const http::request&) { co_return http::json(200, R"({"status":"ok"})"); }

/// The database answers too.
asio::awaitable<http::response> readyz(services& with, const http::request& asked) {
    auto job = [](storage::transaction& tx) { return tx.exec_script("SELECT 1").size(); };
    const auto answered = co_await with.database.run("ready", storage::access::read, std::move(job));
    if (!answered) co_return failed(asked, answered.failure());
    co_return http::json(200, R"({"status":"ready"})");
}

asio::awaitable<http::response> show_metrics(services& with, const http::request&) {
    metrics::get_gauge("throughline_timeline_cache_bytes", "Timelines kept ready to send")
        .Set(static_cast<double>(with.timelines.bytes()));
    metrics::get_gauge("throughline_database_pending", "Database jobs of requests waiting or running")
        .Set(static_cast<double>(with.database.pending()));
    auto made = http::json(200, metrics::exposition());
    made.content_type = "text/plain; version=0.0.4; charset=utf-8";
    co_return made;
}

asio::awaitable<http::response> openapi(const http::request&) {
    static const auto contract =
        http::with_gzip(*http::make_prebuilt(std::string(resources::get("schema/openapi.json"))));
    co_return http::prebuilt(contract);
}

}  // namespace

void add_operations(http::router& routes, services& with) {
    http::route_options health;
    health.open = true;
    health.vital = true;
    http::route_options open;
    open.open = true;
    routes.add(http::method::get, "/healthz", healthz, health);
    routes.add(
        http::method::get, "/readyz", [&with](const http::request& asked) { return readyz(with, asked); }, health);
    routes.add(http::method::get, "/metrics",
               [&with](const http::request& asked) { return show_metrics(with, asked); });
    routes.add(http::method::get, "/openapi.json", openapi, open);
}

}  // namespace throughline::api
