#include "entities/entities.hpp"

#include "entities/names.hpp"
#include "entities/roster.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

constexpr std::uint32_t dropped = 0xffffffff;

/// The token of the name that the words outside hang on; its last word when there are no dependencies.
std::uint32_t head_of(const document& doc, token_range range) {
    for (std::uint32_t i = range.first; i < range.last; ++i)
        if (doc.tokens[i].head != token::no_head && !range.contains(doc.tokens[i].head)) return i;
    return range.last - 1;
}

entity finished(draft& work) {
    entity result;
    result.kind = work.kind;
    result.name = std::move(work.name);
    result.key = work.key.empty() ? person_key(result.name) : std::move(work.key);
    result.aliases = std::move(work.aliases);
    auto& aliases = result.aliases;
    std::sort(aliases.begin(), aliases.end());
    aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
    std::erase(aliases, result.name);
    return result;
}

/// Entities are numbered by their first mention.
void write_out(document& doc, roster& work) {
    std::vector<entity_mention> mentions;
    mentions.reserve(work.names.size() + work.references.size());
    for (const name_span& name : work.names)
        mentions.push_back({name.tokens, head_of(doc, name.tokens), name.entity, true});
    mentions.insert(mentions.end(), work.references.begin(), work.references.end());
    std::sort(mentions.begin(), mentions.end(),
              [](const auto& a, const auto& b) { return a.tokens.first < b.tokens.first; });
    std::vector<std::uint32_t> numbers(work.drafts.size(), dropped);
    for (entity_mention& mention : mentions) {
        std::uint32_t& number = numbers[mention.entity];
        if (number == dropped) {
            number = static_cast<std::uint32_t>(doc.entities.size());
            doc.entities.push_back(finished(work.drafts[mention.entity]));
        }
        mention.entity = number;
    }
    doc.entity_mentions = std::move(mentions);
}

}  // namespace

void find(document& doc) {
    doc.entities.clear();
    doc.entity_mentions.clear();
    roster work{doc, find_names(doc), {}, {}, {}};
    drop_credits(work);
    cut_pasted_links(work);
    join_spelled_out_names(work);
    gather_people(work);
    gather_others(work);
    work.named.assign(doc.tokens.size(), false);
    for (const name_span& name : work.names)
        std::fill(work.named.begin() + name.tokens.first, work.named.begin() + name.tokens.last, true);
    link_descriptions(work);
    link_institutions(work);
    link_pronouns(work);
    write_out(doc, work);
}

}  // namespace throughline::entities
