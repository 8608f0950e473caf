// From failures of the layers below to responses: what a client may know, and nothing else.
#pragma once

#include "core/error.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string_view>

namespace throughline::api {

/// The problem for a failure. Failures of the database and of ours are told in a fixed sentence and logged as they are.
http::response failed(const http::request& asked, const error& failure);

/// 308 to the same resource under the id that took this one's place, with {"replaced_by": id}. Revisions in the query
/// are left out: the other story counts its own.
http::response moved(const http::request& asked, std::string_view new_id);

}  // namespace throughline::api
