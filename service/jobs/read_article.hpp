// The job "analyse": reads an article's newest version and stores what it tells.
#pragma once

#include "core/error.hpp"
#include "jobs/job_context.hpp"

namespace throughline::jobs {

/// Value: the job is done. Throws what a pipeline stage throws.
result<bool> read_article(job_context& context, const storage::job& job);

}  // namespace throughline::jobs
