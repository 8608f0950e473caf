#include "extraction/speech_settings.hpp"

#include "extraction/tables.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

namespace throughline::extraction {
namespace {

setting kind_of(std::string_view name) {
    if (name == "words") return setting::words;
    if (name == "occasion") return setting::occasion;
    if (name == "record") return setting::record;
    throw std::runtime_error("speech_settings.tsv: unknown kind " + std::string(name));
}

}  // namespace

setting setting_of(const syntax& tree, std::uint32_t noun) {
    static const auto kinds = [] {
        std::unordered_map<std::string_view, setting> all;
        for (const auto& row : read_rows("service/extraction/data/speech_settings.tsv", 2))
            all.emplace(row[0], kind_of(row[1]));
        return all;
    }();
    if (!tree.is_noun(noun)) return setting::none;
    const auto found = kinds.find(tree.lemma(noun));
    return found == kinds.end() ? setting::none : found->second;
}

std::uint32_t coming_out(const syntax& tree, std::uint32_t noun) {
    static const auto verbs = read_words("service/extraction/data/publishing_verbs.tsv");
    for (const std::uint32_t c : tree.children(noun)) {
        const bool says_more = universal(tree.at(c).relation) == deprel::acl && c > noun;
        if (says_more && tree.at(c).penn == xpos::vbn && verbs.contains(tree.lemma(c))) return c;
    }
    return none;
}

}  // namespace throughline::extraction
