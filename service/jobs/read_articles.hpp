// The job "analyse": reads articles' newest versions and stores what they tell.
#pragma once

#include "core/error.hpp"
#include "jobs/job_context.hpp"

#include <vector>

namespace throughline::jobs {

/// Value: the jobs are done. Throws what a pipeline stage throws; then none of them is.
result<bool> read_articles(job_context& context, const std::vector<storage::job>& jobs);

}  // namespace throughline::jobs
