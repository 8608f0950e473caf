// How the options become what libpq connects with.
#pragma once

#include "storage/session.hpp"

#include <string>

namespace throughline::storage {

/// The URL with time limits and a name for pg_stat_activity added where it does not set them itself.
std::string connection_string(const session_options& options);

/// What a fresh connection is told first: limits in time, UTC, UTF-8.
std::string connection_setup(const session_options& options);

}  // namespace throughline::storage
