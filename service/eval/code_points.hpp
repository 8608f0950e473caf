// The words at a place that counts code points.
#pragma once

#include "document/span.hpp"

#include <string>
#include <string_view>

namespace throughline::eval {

std::string words_at(std::string_view text, span code_points);

}  // namespace throughline::eval
