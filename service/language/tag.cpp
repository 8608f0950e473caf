#include "language/tag.hpp"

#include "language/shipped_models.hpp"

namespace throughline::language {

void tag(document& doc) {
    shipped_tagger().tag(doc);
    shipped_lemmatizer().lemmatize(doc);
}

}  // namespace throughline::language
