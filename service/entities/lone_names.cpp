#include "entities/names.hpp"
#include "entities/roster.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace throughline::entities {
namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(entity_kind::other) + 1;

/// How a name of one word was read at its places.
struct readings {
    std::array<std::uint32_t, kinds> places{};
    const place_entry* listed = nullptr;
    bool titled = false;
    std::uint32_t begins_body = 0;  ///< organisations' names of several words that begin with it

    entity_kind kind() const {
        const auto at = [&](entity_kind kind) { return places[static_cast<std::size_t>(kind)]; };
        if (!titled && begins_body > 0 && at(entity_kind::person) <= begins_body) return entity_kind::organization;
        std::uint32_t all = 0;
        for (const std::uint32_t count : places) all += count;
        if (titled || 2 * at(entity_kind::person) >= all) return entity_kind::person;
        return static_cast<entity_kind>(std::max_element(places.begin(), places.end()) - places.begin());
    }
};

}  // namespace

void settle_lone_names(roster& work, const std::function<bool(const std::string&)>& is_person) {
    std::unordered_map<std::string, readings> lone;
    for (const name_span& name : work.names) {
        if (name.tokens.size() != 1) continue;
        readings& all = lone[fold_name(work.text(name))];
        ++all.places[static_cast<std::size_t>(name.kind)];
        all.titled = all.titled || !name.title.empty();
        if (name.place) all.listed = name.place;
    }
    for (const name_span& name : work.names) {
        if (name.tokens.size() < 2 || name.kind != entity_kind::organization) continue;
        const auto found = lone.find(fold_name(work.text(token_range{name.tokens.first, name.tokens.first + 1})));
        if (found != lone.end()) ++found->second.begins_body;
    }
    for (name_span& name : work.names) {
        if (name.tokens.size() != 1 || name.place) continue;
        const std::string folded = fold_name(work.text(name));
        const readings& all = lone[folded];
        if (!all.listed && !is_person(folded)) name.kind = all.kind();
    }
}

}  // namespace throughline::entities
