// Changes of a story's events as JSON (schema/openapi.yaml, Change).
#pragma once

#include "storage/change_log.hpp"

#include <string>

namespace throughline::api {

/// The revision's changes as the members of a JSON array, without its brackets; "" when there are none.
std::string changes_json(const storage::revision_changes& revision);

}  // namespace throughline::api
