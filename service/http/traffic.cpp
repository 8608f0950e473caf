#include "http/traffic.hpp"

#include "log/log.hpp"

namespace throughline::http {
namespace {

log::level level_of(unsigned status) {
    if (status >= 500) return log::level::warning;
    return status >= 400 ? log::level::info : log::level::debug;
}

std::string route_label(std::string_view route) { return route.empty() ? "none" : std::string(route); }

}  // namespace

traffic::traffic()
    : connections(metrics::get_gauge("throughline_http_connections", "Open client connections")),
      in_flight(metrics::get_gauge("throughline_http_requests_in_flight", "Requests being answered")),
      refused(metrics::get_counter("throughline_http_connections_refused_total", "Connections over the limit")),
      streams(metrics::get_gauge("throughline_http_streams", "Open connections whose response goes on")),
      cut_off(metrics::get_counter("throughline_http_streams_cut_off_total", "Streams whose reader was too slow")) {}

traffic::route_counts& traffic::counts_of(std::string_view route, method verb) {
    auto& counts = routes_[{route, verb}];
    if (!counts.seconds) {
        const metrics::labels labels{{"route", route_label(route)}, {"method", std::string(name(verb))}};
        counts.seconds = &metrics::get_histogram("throughline_http_request_seconds", "Time to answer a request",
                                                 metrics::duration_bounds(), labels);
    }
    return counts;
}

void traffic::answered(const request& asked, unsigned status, double seconds) {
    auto& counts = counts_of(asked.route, asked.verb);
    counts.seconds->Observe(seconds);
    auto*& counter = counts.by_status[status];
    if (!counter) {
        counter = &metrics::get_counter("throughline_http_requests_total", "Requests answered",
                                        {{"route", route_label(asked.route)},
                                         {"method", std::string(name(asked.verb))},
                                         {"status", std::to_string(status)}});
    }
    counter->Increment();

    const auto level = level_of(status);
    if (!log::enabled(level)) return;
    log::write(level, "request",
               {{"request_id", asked.id},
                {"method", name(asked.verb)},
                {"target", asked.target.substr(0, 500)},
                {"status", status},
                {"seconds", seconds}});
}

}  // namespace throughline::http
