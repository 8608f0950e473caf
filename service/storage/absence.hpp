// Why an id leads nowhere.
#pragma once

#include "core/error.hpp"

#include <string>
#include <string_view>

namespace throughline::storage {

class transaction;

/// errc::gone for what was deleted, else errc::not_found. `kind` for the sentence: "story", "event", "article".
error absence(transaction& tx, std::string_view id, const std::string& kind);

}  // namespace throughline::storage
