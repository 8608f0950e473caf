// The events of a read document as TimeML marks them: one word each, with a class.
#pragma once

#include "document/document.hpp"

#include <string_view>
#include <vector>

namespace throughline::eval {

struct timeml_event {
    span where;
    std::string_view event_class;  ///< "OCCURRENCE", "REPORTING"
};

/// The verbs of a document that has been through the pipeline and the nouns that trigger its event mentions, in text
/// order; words of time expressions are left out.
std::vector<timeml_event> timeml_events(const document& doc);

}  // namespace throughline::eval
