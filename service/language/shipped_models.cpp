#include "language/shipped_models.hpp"

#include "resources/resources.hpp"

namespace throughline::language {

const word_clusters& shipped_clusters() {
    static const word_clusters model(resources::get_in_large_pages("service/language/models/clusters.bin"));
    return model;
}

const tagger& shipped_tagger() {
    static const tagger model(resources::get_in_large_pages("service/language/models/tagger.bin"), shipped_clusters());
    return model;
}

const lemmatizer& shipped_lemmatizer() {
    static const lemmatizer model(resources::get_in_large_pages("service/language/models/lemmas.bin"));
    return model;
}

const parser& shipped_parser() {
    static const parser model(resources::get_in_large_pages("service/language/models/parser.bin"), shipped_clusters());
    return model;
}

}  // namespace throughline::language
