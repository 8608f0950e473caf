// English verb forms for headlines.
#pragma once

#include <string>
#include <string_view>

namespace throughline::extraction {

/// Present tense of a verb's base form: third person singular ("deny" gives "denies") or plural ("deny").
std::string present_tense(std::string_view lemma, bool plural);

/// "arrest" gives "arrested", "take" gives "taken".
std::string past_participle(std::string_view lemma);

/// "hack" gives "hacking", "die" gives "dying".
std::string present_participle(std::string_view lemma);

}  // namespace throughline::extraction
