// A sentence in which the two sides of an event are marked, and the kind of event between them.
#pragma once

#include "document/span.hpp"

#include <string>
#include <string_view>

namespace throughline::eval {

struct marked_pair {
    std::string text;  ///< without the marks
    span source;       ///< bytes; empty when it is not marked
    span target;       ///< bytes; empty when it is not marked
};

/// Reads "<s>Ruritania</s> praised <t>the deal</t>". Of several marks of a kind the first counts.
marked_pair read_marked_pair(std::string_view marked);

/// The PLOVER root ("ACCUSE") that the ontology gives the event which ties source to target: of the words that govern
/// both the highest that has one, else the nearest below on the way to the target, then on the way to the source. ""
/// where the ontology knows none of these words.
std::string plover_root(const marked_pair& pair);

}  // namespace throughline::eval
