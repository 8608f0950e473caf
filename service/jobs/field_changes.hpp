// What readers see differ between two versions of an event, member by member of the API's event object.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline::jobs {

/// A JSON array of {"name", "before", "after"}: the members of the event object that differ, each with its value in
/// both, and "sources" with the ids of the articles that tell of it. "" when nothing differs. Salience is left out: it
/// ranks the event among others and says nothing of it.
std::string field_changes(std::string_view document_before, std::string_view document_after,
                          const std::vector<std::string>& articles_before,
                          const std::vector<std::string>& articles_after);

}  // namespace throughline::jobs
