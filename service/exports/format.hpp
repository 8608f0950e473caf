// The export formats: their names, media types and files.
#pragma once

#include "exports/story_export.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace throughline::exports {

struct format {
    std::string_view name;        ///< of ?format= and --format
    std::string_view media_type;  ///< as in Content-Type, with parameters
    std::string_view extension;   ///< of a file
    std::string (*write)(const story_export&);
};

/// All formats, those that a client most likely wants first.
std::span<const format> formats();

/// nullptr for an unknown name.
const format* find_format(std::string_view name);

/// "us-expels-sixty-russians.csv": ASCII letters and digits of the title, else the story's id.
std::string file_name(const story_export& story, const format& as);

}  // namespace throughline::exports
