#include "linking/event_types.hpp"

#include "linking/table.hpp"

#include <array>
#include <map>
#include <stdexcept>
#include <string>

namespace throughline::linking {
namespace {

using rule_table = std::map<std::string, type_rule, std::less<>>;

template <class Label, std::size_t N>
Label parse(std::string_view name, const std::array<std::string_view, N>& names) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name) return static_cast<Label>(i);
    throw std::runtime_error("event_types.tsv: unknown value " + std::string(name));
}

constexpr std::array<std::string_view, 4> identity_names{"any", "speaker", "pair", "target"};
constexpr std::array<std::string_view, 4> once_names{"-", "recipient", "party", "named"};

rule_table read_rules() {
    std::map<std::string, std::uint32_t, std::less<>> groups;
    rule_table rules;
    for_each_row("service/linking/data/event_types.tsv", 4, [&](const table_fields& fields) {
        type_rule rule;
        rule.by = parse<identity>(fields[2], identity_names);
        rule.befalls = parse<once>(fields[3], once_names);
        for_each_part(fields[1], ',', [&](std::string_view group) {
            if (group == "any") {
                rule.groups |= any_group;
                return;
            }
            const auto number = groups.emplace(group, groups.size()).first->second;
            if (number >= 31) throw std::runtime_error("event_types.tsv: more than 31 groups");
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
