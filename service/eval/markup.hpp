// What is read of XML by the corpora's formats: tags one after the other, attributes, character entities.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace throughline::eval {

/// A start tag and the characters up to the next tag.
struct markup_tag {
    std::string_view name;        ///< "token"; "/token" of an end tag
    std::string_view attributes;  ///< as written
    std::string_view words;       ///< characters behind the tag, entities not resolved
};

/// Takes the next tag off the front; nullopt at the end. Comments and declarations are tags like others.
std::optional<markup_tag> next_tag(std::string_view& rest);

/// The value of an attribute, entities not resolved; nullopt when the tag has none of that name.
std::optional<std::string_view> attribute(const markup_tag& tag, std::string_view name);

/// The characters with the five entities of XML resolved.
std::string resolve_entities(std::string_view words);

}  // namespace throughline::eval
