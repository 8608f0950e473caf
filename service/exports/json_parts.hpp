// Parts that several JSON formats share.
#pragma once

#include "exports/story_export.hpp"

#include <boost/json/object.hpp>

namespace throughline::exports {

/// Start, end, EDTF, basis, type, status and counts as the API names them, for a reader that knows Throughline.
boost::json::object event_facts(const export_event& event);

}  // namespace throughline::exports
