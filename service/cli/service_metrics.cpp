#include "cli/service_metrics.hpp"

#include "metrics/metrics.hpp"

#include <map>
#include <string>

namespace throughline::cli {
namespace {

/// Histograms by their labels, one table a thread: the registry's own look-up builds maps of strings.
metrics::histogram& kept(const char* metric, const char* help, const char* label, std::string_view value) {
    thread_local std::map<const char*, std::map<std::string, metrics::histogram*, std::less<>>> tables;
    auto& table = tables[metric];
    const auto found = table.find(value);
    if (found != table.end()) return *found->second;
    auto& made = metrics::get_histogram(metric, help, metrics::duration_bounds(), {{label, std::string(value)}});
    table.emplace(value, &made);
    return made;
}

}  // namespace

void count_query(const storage::job_report& report) {
    kept("throughline_database_job_seconds", "Time of a database job", "job", report.name).Observe(report.seconds);
    if (report.outcome == "ok" || report.outcome == "refused") return;
    metrics::get_counter("throughline_database_failures_total", "Database jobs that failed",
                         {{"job", std::string(report.name)}, {"code", std::string(report.outcome)}})
        .Increment();
}

void count_stage(std::string_view stage, double seconds) {
    kept("throughline_pipeline_stage_seconds", "Time of a pipeline stage on one article", "stage", stage)
        .Observe(seconds);
}

void count_job(std::string_view kind, std::string_view outcome, double seconds) {
    kept("throughline_job_seconds", "Time of a job", "kind", kind).Observe(seconds);
    metrics::get_counter("throughline_jobs_total", "Jobs ended",
                         {{"kind", std::string(kind)}, {"outcome", std::string(outcome)}})
        .Increment();
}

}  // namespace throughline::cli
