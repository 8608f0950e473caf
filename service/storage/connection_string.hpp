// How the options become what libpq connects with.
#pragma once

#include "storage/session.hpp"

#include <string>

namespace throughline::storage {

/// Why libpq cannot read the text as a connection string or URL; "" when it can.
std::string connection_string_problem(const std::string& url);

/// Why a server does not let one in, as libpq tells it on one line; "" when it does. Waits for it.
std::string connection_problem(const session_options& options);

/// The URL with time limits and a name for pg_stat_activity added where it does not set them itself.
std::string connection_string(const session_options& options);

/// What a fresh connection is told first: limits in time, UTC, UTF-8.
std::string connection_setup(const session_options& options);

}  // namespace throughline::storage
