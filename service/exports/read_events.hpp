// The API's event objects as the writers take them.
#pragma once

#include "exports/story_export.hpp"

#include <string_view>
#include <vector>

namespace throughline::exports {

/// Reads a JSON array of event objects (schema/openapi.yaml, Event); mentions and the service's times are left empty.
/// Throws boost::system::system_error when the text is no such array: it comes out of our own store.
std::vector<export_event> read_events(std::string_view events);

}  // namespace throughline::exports
