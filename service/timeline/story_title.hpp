// What a story is called.
#pragma once

#include "timeline/timeline.hpp"

#include <span>
#include <string>

namespace throughline::timeline {

/// The headline of the article most like all the others; the title of the most salient event where no article has a
/// headline; "" when there is neither.
std::string title_of(std::span<const article_record> articles, std::span<const timeline_event> events);

}  // namespace throughline::timeline
