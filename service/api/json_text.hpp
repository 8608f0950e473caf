// Putting JSON texts together without parsing them again.
#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace throughline::api {

/// The object with one more member, whose value is JSON text already.
std::string with_member(std::string object, std::string_view name, std::string_view json_value);
std::string with_member(const boost::json::object& object, std::string_view name, std::string_view json_value);

/// Adds the member unless the text is empty: what is not known is left out.
void add_text(boost::json::object& object, std::string_view name, std::string_view text);

}  // namespace throughline::api
