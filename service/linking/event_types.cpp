#include "linking/event_types.hpp"

#include "linking/table.hpp"

#include <array>
#include <map>
#include <stdexcept>
#include <string>

namespace throughline::linking {
namespace {

using rule_table = std::map<std::string, type_rule, std::less<>>;

identity parse_identity(std::string_view name) {
    constexpr std::array<std::string_view, 4> names{"any", "speaker", "pair", "target"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<identity>(i);
    throw std::runtime_error("event_types.tsv: unknown identity " + std::string(name));
}

rule_table read_rules() {
    std::map<std::string, std::uint32_t, std::less<>> groups;
    rule_table rules;
    for_each_row("service/linking/data/event_types.tsv", 3, [&](const table_fields& fields) {
        type_rule rule{.by = parse_identity(fields[2])};
        for_each_part(fields[1], ',', [&](std::string_view group) {
            const auto number = groups.emplace(group, groups.size()).first->second;
            if (number >= 32) throw std::runtime_error("event_types.tsv: more than 32 groups");
            rule.groups |= 1U << number;
        });
        rules.emplace(fields[0], rule);
    });
    return rules;
}

}  // namespace

type_rule rule_of(std::string_view type) {
    static const rule_table rules = read_rules();
    const auto found = rules.find(type);
    return found == rules.end() ? rules.at("other") : found->second;
}

}  // namespace throughline::linking
