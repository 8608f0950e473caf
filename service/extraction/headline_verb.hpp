// The verb of a headline: present tense for what happened, "to" for what lies ahead.
#pragma once

#include "extraction/triggers.hpp"

#include <cstdint>
#include <string>

namespace throughline::extraction {

/// The verb, or the predicate noun or adjective, of a clause in the form that a headline gives it, with its negation
/// and modal: "meets", "to meet", "may not meet", "arrested". `plural`: the number of the subject written before it,
/// which gives way to what the verb's own form says where `own_subject` tells that the clause's own subject is meant.
std::string headline_verb(const syntax& tree, const trigger_match& match, event_status status, std::uint32_t verb,
                          bool plural, bool own_subject);

}  // namespace throughline::extraction
