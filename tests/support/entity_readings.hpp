// Who is who in parsed text, and questions to ask of it.
#pragma once

#include "document/document.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline::test {

/// Parsed, with its entities found.
document with_entities(std::string text);

/// nullptr when there is none.
const entity* by_key(const document& doc, std::string_view key);

bool has_alias(const entity& who, std::string_view alias);

/// How many persons there are.
std::size_t people(const document& doc);

/// The key of whom a pronoun or description means; "" for nobody.
std::string meant_by(const document& doc, std::string_view words);

}  // namespace throughline::test
