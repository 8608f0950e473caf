// The job "assemble": writes a story's timeline.
#pragma once

#include "core/error.hpp"
#include "jobs/job_context.hpp"

namespace throughline::jobs {

result<bool> assemble_story(job_context& context, const storage::job& job);

}  // namespace throughline::jobs
