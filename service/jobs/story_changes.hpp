// Writes down in the revision logs why articles joined and left stories.
#pragma once

#include "storage/membership_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace throughline::jobs {

/// `moves` are done already; `merged` maps each story that went to the one that took it in; `causes` are the articles
/// that brought it about.
void log_moves(storage::transaction& tx, const std::vector<storage::move>& moves,
               const std::map<std::string, std::string>& merged, const std::vector<std::string>& causes);

}  // namespace throughline::jobs
