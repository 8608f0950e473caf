// Where an event goes from and to, as far as its words say.
#pragma once

#include "document/document.hpp"

#include <string>
#include <vector>

namespace throughline::pipeline {

/// Keys of places, sorted, each once: of "flew from Oslo to Bergen" these are "oslo" and "bergen".
struct route {
    std::vector<std::string> from, to;
};

route route_of(const document& doc, const event_mention& mention);

}  // namespace throughline::pipeline
