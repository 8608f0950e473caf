#include "language/parse.hpp"

#include "language/inverted_subjects.hpp"
#include "language/shipped_models.hpp"

namespace throughline::language {

void parse(document& doc) {
    shipped_parser().parse(doc);
    turn_inverted_subjects(doc);
}

}  // namespace throughline::language
