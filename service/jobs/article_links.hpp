// Finds and stores what links articles to others: likeness and common origin.
#pragma once

#include "jobs/formation_memory.hpp"

#include <string>
#include <vector>

namespace throughline::storage {
class transaction;
}

namespace throughline::jobs {

/// Compares the articles with their candidates and stores the links. Returns every article whose place may depend on
/// what changed: these and those that they were linked to before. The state comes to know the links.
std::vector<std::string> link_articles(storage::transaction& tx, const std::vector<std::string>& article_ids,
                                       formation_state& state);

/// Finds the origin of each of the articles and of those that go back to the same reports, now or before. Returns the
/// articles whose origin changed.
std::vector<std::string> trace_origins(storage::transaction& tx, const std::vector<std::string>& article_ids);

/// The same over the copies that are stored already.
std::vector<std::string> regroup_origins(storage::transaction& tx, const std::vector<std::string>& article_ids);

}  // namespace throughline::jobs
