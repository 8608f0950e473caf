// What the server counts and logs about its requests. Used by the I/O thread alone.
#pragma once

#include "http/request.hpp"
#include "metrics/metrics.hpp"

#include <cstddef>
#include <map>
#include <string_view>
#include <unordered_map>

namespace throughline::http {

class traffic {
public:
    traffic();

    /// One answered request: counts it and logs it (failures of ours as warnings, refusals as info, the rest as debug).
    void answered(const request& asked, unsigned status, double seconds);

    metrics::gauge& connections;  ///< open now
    metrics::gauge& in_flight;    ///< requests being answered now
    metrics::counter& refused;    ///< connections over the limit
    metrics::gauge& streams;      ///< of the connections those whose body goes on
    metrics::counter& cut_off;    ///< streams whose reader was too slow

private:
    struct route_counts {
        metrics::histogram* seconds = nullptr;
        std::map<unsigned, metrics::counter*> by_status;
    };

    route_counts& counts_of(std::string_view route, method verb);

    // Routes are the templates' own text, which lives as long as the router.
    std::map<std::pair<std::string_view, method>, route_counts> routes_;
};

}  // namespace throughline::http
