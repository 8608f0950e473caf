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

enum class bearing : std::uint8_t { down, up };

struct response_rule {
    std::string_view type;
    relation kind = relation::responds_to;
    bearing direction = bearing::down;
    std::set<std::string_view> targets;
};

bearing parse_bearing(std::string_view word) {
    if (word == "down") return bearing::down;
    if (word == "up") return bearing::up;
    throw std::runtime_error("responses.tsv: unknown direction " + std::string(word));
}

std::vector<response_rule> read_rules() {
    std::vector<response_rule> rules;
    linking::for_each_row("service/timeline/data/responses.tsv", 4, [&](const linking::table_fields& fields) {
        const auto kind = parse_relation(fields[1]);
        if (!kind) throw std::runtime_error("responses.tsv: unknown relation " + std::string(fields[1]));
        auto& rule = rules.emplace_back(response_rule{fields[0], *kind, parse_bearing(fields[2]), {}});
        linking::for_each_part(fields[3], ',', [&](std::string_view type) { rule.targets.insert(type); });
    });
    return rules;
}

const std::vector<response_rule>& rules() {
    static const auto loaded = read_rules();
    return loaded;
}

/// How many sentences back an event is looked for that is answered without being named again.
constexpr std::uint32_t sentences_back = 3;
/// The same for what is denied, by whomever.
constexpr std::uint32_t denied_back = 1;

bool share_a_party(const record_mention& left, const record_mention& right) {
    return std::any_of(left.participants.begin(), left.participants.end(), [&](const record_participant& one) {
        return std::any_of(right.participants.begin(), right.participants.end(),
                           [&](const record_participant& other) { return one.key == other.key; });
    });
}

/// Whether the same one acts in both.
bool share_an_actor(const record_mention& left, const record_mention& right) {
    const auto acts = [](const record_participant& one) { return one.role == participant_role::actor; };
    return std::any_of(left.participants.begin(), left.participants.end(), [&](const auto& one) {
        return acts(one) && std::any_of(right.participants.begin(), right.participants.end(),
                                        [&](const auto& other) { return acts(other) && one.key == other.key; });
    });
}

/// Looks for what one mention of an article answers; mentions stand in text order.
class answer {
public:
    answer(const article_record& article, std::span<const std::uint32_t> event_of, std::uint32_t source)
        : mentions_(article.mentions), event_of_(event_of), source_(source), mention_(article.mentions[source]) {}

    /// The nearest mention in the sentence that the rule bears on, else the last one in the sentences before that
    /// shares a participant with it.
    std::optional<std::uint32_t> target(const response_rule& rule) const {
        const std::int64_t from = source_;
        for (std::int64_t step = 1; in_sentence(from - step) || in_sentence(from + step); ++step)
            for (const auto each : {from - step, from + step})
                if (in_sentence(each) && fits(each, rule)) return static_cast<std::uint32_t>(each);
        for (std::int64_t each = from - 1; exists(each) && at(each).sentence + sentences_back >= mention_.sentence;
             --each)
            if (fits(each, rule) && is_answerable(each, rule) && is_near(each, rule))
                return static_cast<std::uint32_t>(each);
        return std::nullopt;
    }

private:
    bool exists(std::int64_t index) const { return index >= 0 && index < std::ssize(mentions_); }
    const record_mention& at(std::int64_t index) const { return mentions_[static_cast<std::size_t>(index)]; }
    bool in_sentence(std::int64_t index) const { return exists(index) && at(index).sentence == mention_.sentence; }

    bool fits(std::int64_t index, const response_rule& rule) const {
        const auto event = event_of_[static_cast<std::size_t>(index)];
        if (event == no_event || event == event_of_[source_]) return false;
        // Nobody answers what he does himself.
        const bool own = at(index).type == rule.type && share_an_actor(at(index), mention_);
        return !own && rule.targets.contains(at(index).type);
    }

    /// Plans told just before may be denied by whomever; else one who takes part must be the same.
    bool is_near(std::int64_t index, const response_rule& rule) const {
        const bool just_before = at(index).sentence + denied_back >= mention_.sentence;
        const bool plan = at(index).status == event_status::planned;
        return (rule.kind == relation::denies && just_before && plan) || share_a_party(at(index), mention_);
    }

    /// What only lies ahead is not answered, but may be denied.
    bool is_answerable(std::int64_t index, const response_rule& rule) const {
        return at(index).status != event_status::planned || rule.kind == relation::denies;
    }

    const std::vector<record_mention>& mentions_;
    std::span<const std::uint32_t> event_of_;
    std::uint32_t source_;
    const record_mention& mention_;
};

bool is_linked(const record_mention& from, relation kind, std::uint32_t to) {
    return std::any_of(from.links.begin(), from.links.end(),
                       [&](const mention_link& link) { return link.kind == kind && link.target == to; });
}

/// Whether the text itself says what of the rule's types the mention bears on.
bool is_linked(const article_record& article, const record_mention& from, const response_rule& rule) {
    return std::any_of(from.links.begin(), from.links.end(), [&](const mention_link& link) {
        return link.kind == rule.kind && rule.targets.contains(article.mentions[link.target].type);
    });
}

}  // namespace

std::vector<implied_link> implied_links(const article_record& article, std::span<const std::uint32_t> event_of) {
    std::vector<implied_link> links;
    for (std::uint32_t source = 0; source < article.mentions.size(); ++source) {
        const auto& mention = article.mentions[source];
        if (event_of[source] == no_event) continue;
        for (const auto& rule : rules()) {
            if (rule.type != mention.type) continue;
            if (rule.direction != bearing::up && is_linked(article, mention, rule)) continue;
            const auto target = answer(article, event_of, source).target(rule);
            if (!target) continue;
            if (rule.direction != bearing::up)
                links.push_back({source, {rule.kind, *target, mention.evidence}});
            else if (!is_linked(article.mentions[*target], rule.kind, source))
                links.push_back({*target, {rule.kind, source, mention.evidence}});
        }
    }
    return links;
}

std::optional<relation> mirrored(relation kind, std::string_view from_type, std::string_view to_type) {
    const auto has = [](std::string_view type, relation of, bearing direction) {
        return std::any_of(rules().begin(), rules().end(), [&](const response_rule& rule) {
            return rule.type == type && rule.kind == of && rule.direction == direction;
        });
    };
    if (kind == relation::causes && has(to_type, relation::responds_to, bearing::down)) return relation::responds_to;
    if (kind == relation::responds_to && has(from_type, relation::causes, bearing::up)) return relation::causes;
    return std::nullopt;
}

}  // namespace throughline::timeline
