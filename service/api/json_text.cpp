#include "api/json_text.hpp"

#include <boost/json/serialize.hpp>

namespace throughline::api {

std::string with_member(std::string object, std::string_view name, std::string_view json_value) {
    const auto end = object.rfind('}');
    const bool first = object.find_first_not_of(" \n\t\r", 1) == end;
    object.resize(end);
    object.reserve(end + name.size() + json_value.size() + 5);
    if (!first) object += ',';
    object += '"';
    object += name;
    object += "\":";
    object += json_value;
    object += '}';
    return object;
}

std::string with_member(const boost::json::object& object, std::string_view name, std::string_view json_value) {
    return with_member(boost::json::serialize(object), name, json_value);
}

void add_text(boost::json::object& object, std::string_view name, std::string_view text) {
    if (!text.empty()) object[name] = text;
}

}  // namespace throughline::api
