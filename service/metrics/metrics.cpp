#include "metrics/metrics.hpp"

#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace throughline::metrics {
namespace {

// Left to the process's end on purpose: other threads may count while statics are destroyed.
prometheus::Registry& registry() {
    static auto* const made = new prometheus::Registry;
    return *made;
}

}  // namespace

counter& get_counter(const std::string& name, const std::string& help, const labels& with) {
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry()).Add(with);
}

gauge& get_gauge(const std::string& name, const std::string& help, const labels& with) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry()).Add(with);
}

histogram& get_histogram(const std::string& name, const std::string& help, const std::vector<double>& bounds,
                         const labels& with) {
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry()).Add(with, bounds);
}

const std::vector<double>& duration_bounds() {
    static const std::vector<double> bounds{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};
    return bounds;
}

std::string exposition() { return prometheus::TextSerializer().Serialize(registry().Collect()); }

}  // namespace throughline::metrics
