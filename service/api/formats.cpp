#include "api/formats.hpp"

#include "http/negotiation.hpp"
#include "http/response.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::api {
namespace {

/// The API's own JSON first, then the exports in their order.
const std::vector<std::string_view>& offered_types() {
    static const std::vector<std::string_view> types = [] {
        std::vector<std::string_view> list{http::response::json_type};
        for (const auto& each : exports::formats()) list.push_back(each.media_type);
        return list;
    }();
    return types;
}

std::string names() {
    std::string list = "json";
    for (const auto& each : exports::formats()) (list += ", ") += each.name;
    return list;
}

std::string names_and_types() {
    std::string list = "json (application/json)";
    for (const auto& each : exports::formats())
        list += ", " + std::string(each.name) + " (" + std::string(each.media_type) + ')';
    return list;
}

}  // namespace

result<const exports::format*> wanted_format(const http::request& asked) {
    if (const auto name = asked.parameter_value("format")) {
        if (name->empty() || *name == "json") return nullptr;
        if (const auto* found = exports::find_format(*name)) return found;
        return error{errc::invalid_field, "The formats are " + names() + '.', "format"};
    }
    const auto accept = asked.header("Accept");
    if (!accept || *accept == "*/*" || *accept == http::response::json_type) return nullptr;
    const auto place = http::preferred_media_type(*accept, offered_types());
    if (!place)
        return error{errc::not_acceptable, "There are " + names_and_types() + "; ?format= chooses one by name.", ""};
    return *place == 0 ? nullptr : &exports::formats()[*place - 1];
}

}  // namespace throughline::api
