#include "extraction/ontology.hpp"

#include "extraction/ontology_reader.hpp"
#include "resources/resources.hpp"

#include <xxhash.h>

#include <algorithm>
#include <optional>

namespace throughline::extraction {
namespace {

std::optional<ontology>& installed() {
    static std::optional<ontology> other;
    return other;
}

}  // namespace

ontology ontology::read(std::string_view json, std::string_view file_name) {
    auto made = ontology_reader(json, file_name).read();
    made.fingerprint_ = XXH3_64bits(json.data(), json.size());
    return made;
}

std::span<const trigger_rule> ontology::rules(word_id lemma) const {
    const auto found = rules_.find(lemma);
    if (found == rules_.end()) return {};
    return found->second;
}

std::uint8_t ontology::contexts_of(word_id lemma) const {
    unsigned bits = 0;
    for (std::size_t index = 0; index < contexts_.size(); ++index)
        if (contexts_[index].has(lemma)) bits |= 1U << index;
    return static_cast<std::uint8_t>(bits);
}

const word_set& ontology::named_class(std::string_view name) const {
    static const word_set none;
    const auto found = classes_.find(std::string(name));
    return found == classes_.end() ? none : found->second;
}

std::string_view ontology::base(std::string_view lemma) const {
    const auto found = bases_.find(std::string(lemma));
    return found == bases_.end() ? lemma : std::string_view(found->second);
}

std::size_t ontology::find_type(std::string_view name) const {
    const auto found =
        std::find_if(types_.begin(), types_.end(), [&](const event_type& type) { return type.name == name; });
    return static_cast<std::size_t>(found - types_.begin());
}

const ontology& current_ontology() {
    static const ontology chosen = installed()
                                       ? std::move(*installed())
                                       : ontology::read(resources::get("schema/ontology.json"), "schema/ontology.json");
    return chosen;
}

void install_ontology(ontology other) { installed() = std::move(other); }

}  // namespace throughline::extraction
