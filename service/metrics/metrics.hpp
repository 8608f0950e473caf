// The process's counters, gauges and histograms, and their Prometheus text form (format 0.0.4) for /metrics.
// Thread-safe. Asking twice for the same name and labels gives the same object, which lives as long as the process:
// keep the reference where it is used often.
#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>

#include <map>
#include <string>
#include <vector>

namespace throughline::metrics {

using counter = prometheus::Counter;
using gauge = prometheus::Gauge;
using histogram = prometheus::Histogram;

/// Label names and values. Values come from small fixed sets (a route's template, never a path).
using labels = std::map<std::string, std::string>;

/// Names are "throughline_…" with the unit last: "throughline_http_requests_total", "…_seconds".
counter& get_counter(const std::string& name, const std::string& help, const labels& with = {});
gauge& get_gauge(const std::string& name, const std::string& help, const labels& with = {});

/// Upper bounds of the buckets in ascending order; the same for all labels of one name.
histogram& get_histogram(const std::string& name, const std::string& help, const std::vector<double>& bounds,
                         const labels& with = {});

/// Bounds in seconds for whatever a user waits for: 0.5 ms to 10 s.
const std::vector<double>& duration_bounds();

/// Everything counted so far, as Prometheus reads it.
std::string exposition();

}  // namespace throughline::metrics
