#include "exports/json_parts.hpp"

namespace throughline::exports {
namespace {

boost::json::value day_value(const std::optional<day>& value) {
    if (!value) return nullptr;
    return boost::json::value(to_string(*value));
}

}  // namespace

boost::json::object event_facts(const export_event& event) {
    boost::json::object facts;
    facts["start"] = day_value(event.time.first);
    facts["end"] = day_value(event.time.last);
    facts["edtf"] = event.time.edtf;
    facts["basis"] = event.time.basis;
    facts["type"] = event.type;
    facts["status"] = event.status;
    facts["source_count"] = event.source_count;
    facts["origin_count"] = event.origin_count;
    return facts;
}

}  // namespace throughline::exports
