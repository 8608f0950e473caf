// Ids that are no more: deleted for ever, or leading to a successor for ever.
#pragma once

#include <string>
#include <vector>

namespace throughline::storage {

class transaction;

/// Marks the ids as deleted.
void bury_ids(transaction& tx, const std::vector<std::string>& ids);

/// Each id leads to its successor from now on, and so does what led to it: a redirect never leads to another.
void redirect_ids(transaction& tx, const std::vector<std::string>& ids, const std::vector<std::string>& successors);

}  // namespace throughline::storage
