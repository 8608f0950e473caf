// The jobs "form" and "regroup": give articles their places among the stories.
#pragma once

#include "core/error.hpp"
#include "jobs/job_context.hpp"

#include <vector>

namespace throughline::jobs {

/// Links the jobs' articles to those like them and divides all that are touched into stories anew.
result<bool> form_stories(job_context& context, const std::vector<storage::job>& jobs);

/// Divides a story anew, after an article left it.
result<bool> regroup_story(job_context& context, const storage::job& job);

}  // namespace throughline::jobs
