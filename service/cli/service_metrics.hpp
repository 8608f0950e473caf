// What the database and the workers report, as metrics.
#pragma once

#include "storage/session.hpp"

#include <string_view>

namespace throughline::cli {

void count_query(const storage::job_report& report);
void count_stage(std::string_view stage, double seconds);
void count_job(std::string_view kind, std::string_view outcome, double seconds);

}  // namespace throughline::cli
