#include "language/parse.hpp"

#include "language/shipped_models.hpp"

namespace throughline::language {

void parse(document& doc) { shipped_parser().parse(doc); }

}  // namespace throughline::language
