#include "timeline/implied_links.hpp"

#include "linking/table.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace throughline::timeline {
namespace {

struct response_rule {
    std::string_view type;
    relation kind = relation::responds_to;
    std::set<std::string_view> targets;
};

std::vector<response_rule> read_rules() {
    std::vector<response_rule> rules;
    linking::for_each_row("service/timeline/data/responses.tsv", 3, [&](const linking::table_fields& fields) {
        const auto kind = parse_relation(fields[1]);
        if (!kind) throw std::runtime_error("responses.tsv: unknown relation " + std::string(fields[1]));
        auto& rule = rules.emplace_back(response_rule{fields[0], *kind, {}});
        linking::for_each_part(fields[2], ',', [&](std::string_view type) { rule.targets.insert(type); });
    });
    return rules;
}

const std::vector<response_rule>& rules() {
    static const auto loaded = read_rules();
    return loaded;
}

/// How many sentences back an event is looked for that is answered without being named again.
constexpr std::uint32_t sentences_back = 3;

bool share_a_party(const record_mention& left, const record_mention& right) {
    return std::any_of(left.participants.begin(), left.participants.end(), [&](const record_participant& one) {
        return std::any_of(right.participants.begin(), right.participants.end(),
                           [&](const record_participant& other) { return one.key == other.key; });
    });
}

/// The mention nearest to `source` in its sentence that the rule bears on, else the last one in the sentences before
/// that shares a participant with it; mentions stand in text order.
std::optional<std::uint32_t> nearest(const article_record& article, std::uint32_t source, const response_rule& rule) {
    const auto& mentions = article.mentions;
    const auto& answer = mentions[source];
    const auto exists = [&](std::int64_t at) { return at >= 0 && at < std::ssize(mentions); };
    const auto at_index = [&](std::int64_t at) -> const record_mention& {
        return mentions[static_cast<std::size_t>(at)];
    };
    const auto fits = [&](std::int64_t at) { return rule.targets.contains(at_index(at).type); };
    const auto in_sentence = [&](std::int64_t at) { return exists(at) && at_index(at).sentence == answer.sentence; };
    const std::int64_t from = source;
    for (std::int64_t step = 1; in_sentence(from - step) || in_sentence(from + step); ++step)
        for (const auto at : {from - step, from + step})
            if (in_sentence(at) && fits(at)) return static_cast<std::uint32_t>(at);
    for (std::int64_t at = from - 1; exists(at) && at_index(at).sentence + sentences_back >= answer.sentence; --at)
        if (fits(at) && at_index(at).status != event_status::planned && share_a_party(at_index(at), answer))
            return static_cast<std::uint32_t>(at);
    return std::nullopt;
}

}  // namespace

std::vector<implied_link> implied_links(const article_record& article) {
    std::vector<implied_link> links;
    for (std::uint32_t source = 0; source < article.mentions.size(); ++source) {
        const auto& mention = article.mentions[source];
        for (const auto& rule : rules()) {
            if (rule.type != mention.type) continue;
            const bool told = std::any_of(mention.links.begin(), mention.links.end(),
                                          [&](const mention_link& link) { return link.kind == rule.kind; });
            if (told) continue;
            if (const auto target = nearest(article, source, rule))
                links.push_back({source, {rule.kind, *target, mention.evidence}});
        }
    }
    return links;
}

}  // namespace throughline::timeline
