#include "language/tag.hpp"

#include "language/lemmatizer.hpp"
#include "language/tagger.hpp"
#include "resources/resources.hpp"

namespace throughline::language {

void tag(document& doc) {
    static const tagger tags(resources::get("service/language/models/tagger.bin"));
    static const lemmatizer lemmas(resources::get("service/language/models/lemmas.bin"));
    tags.tag(doc);
    lemmas.lemmatize(doc);
}

}  // namespace throughline::language
