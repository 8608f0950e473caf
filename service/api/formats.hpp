// Which format of a timeline a request asks for: by ?format=, else by Accept.
#pragma once

#include "core/error.hpp"
#include "exports/format.hpp"
#include "http/request.hpp"

namespace throughline::api {

/// nullptr for the API's own JSON. errc::invalid_field for an unknown ?format=, errc::not_acceptable, naming what there
/// is, when Accept takes none of them.
result<const exports::format*> wanted_format(const http::request& asked);

}  // namespace throughline::api
