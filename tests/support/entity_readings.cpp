#include "support/entity_readings.hpp"

#include "entities/entities.hpp"
#include "support/readings.hpp"

#include <algorithm>

namespace throughline::test {

document with_entities(std::string text) {
    document doc = parsed(std::move(text));
    entities::find(doc);
    return doc;
}

const entity* by_key(const document& doc, std::string_view key) {
    for (const entity& candidate : doc.entities)
        if (candidate.key == key) return &candidate;
    return nullptr;
}

bool has_alias(const entity& who, std::string_view alias) {
    return std::find(who.aliases.begin(), who.aliases.end(), alias) != who.aliases.end();
}

std::size_t people(const document& doc) {
    return static_cast<std::size_t>(
        std::count_if(doc.entities.begin(), doc.entities.end(),
                      [](const entity& candidate) { return candidate.kind == entity_kind::person; }));
}

std::string meant_by(const document& doc, std::string_view words) {
    for (const entity_mention& mention : doc.entity_mentions)
        if (!mention.named && doc.words(doc.extent(mention.tokens)) == words) return doc.entities[mention.entity].key;
    return "";
}

}  // namespace throughline::test
