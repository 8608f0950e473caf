#include "entities/names.hpp"
#include "entities/roster.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

std::string joined(std::string_view a, std::string_view b) { return std::string(a) + std::string(b); }

bool has_lower_case(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Entities by key within one document; the key of a name that no table knows is its folded form.
class other_index {
    static constexpr std::size_t fewest_initials = 3;  ///< of a name that may be shortened

public:
    explicit other_index(roster& work) : work_(work) {}

    void add(name_span& name) {
        std::string folded = fold_name(work_.text(name));
        if (folded.empty()) folded = std::string(work_.text(name));
        const std::string key = name.place && !name.collective ? key_of(*name.place, folded) : folded;
        const auto [known, fresh] = by_key_.try_emplace(key, static_cast<std::uint32_t>(work_.drafts.size()));
        if (fresh) create(name, key, folded);
        name.entity = known->second;
        draft& entity = work_.drafts[name.entity];
        name.kind = entity.kind;
        entity.aliases.emplace_back(work_.text(name));
    }

    /// Follows "Organization for Security (OSCE)": what stands in brackets is the name before it.
    void link_bracketed_acronyms() {
        for (std::size_t i = 1; i < work_.names.size(); ++i) {
            const name_span& full = work_.names[i - 1];
            const name_span& acronym = work_.names[i];
            const bool bracketed = full.tokens.last + 1 == acronym.tokens.first && acronym.tokens.first > 0 &&
                                   work_.doc.word(acronym.tokens.first - 1) == "(";
            if (!bracketed || full.kind == entity_kind::person || full.entity == acronym.entity) continue;
            const std::string folded = fold_name(work_.text(acronym));
            if (is_acronym_of(folded, fold_name(work_.text(full)))) merge(acronym.entity, full.entity);
        }
    }

    /// An acronym of just one organisation or person of the document is that one: "FBI", "MbS".
    void link_plain_acronyms() {
        std::unordered_map<std::string, std::uint32_t> by_initials;
        constexpr std::uint32_t several = 0xffffffff;
        for (std::uint32_t id = 0; id < work_.drafts.size(); ++id) {
            const draft& entity = work_.drafts[id];
            const bool spelled_out = entity.kind == entity_kind::organization || entity.kind == entity_kind::person;
            if (!spelled_out || name_words(entity.folded).size() < 3) continue;
            // "Co-operation" gives one letter or two; what "and" adds at the end may give none.
            for (const std::string& letters :
                 {initials(entity.folded), initials(text::fold(entity.name)), initials(shortened(entity.folded))}) {
                if (letters.empty()) continue;
                const auto [known, fresh] = by_initials.try_emplace(letters, id);
                if (!fresh && stays(known->second) != stays(id)) known->second = several;
            }
        }
        for (std::uint32_t id = 0; id < work_.drafts.size(); ++id) {
            const draft& entity = work_.drafts[id];
            if (entity.kind == entity_kind::place || entity.kind == entity_kind::group || !has_capitals(entity.name))
                continue;
            const auto found = by_initials.find(entity.folded);
            if (found != by_initials.end() && found->second != several && found->second != id) merge(id, found->second);
        }
    }

    /// "Centers for Disease Control" is "Centers for Disease Control and Prevention" where both are named.
    void link_shortened_names() {
        std::unordered_map<std::string_view, std::uint32_t> by_short_name;
        for (std::uint32_t id = 0; id < work_.drafts.size(); ++id) {
            const draft& entity = work_.drafts[id];
            const auto short_name = shortened(entity.folded);
            if (entity.kind == entity_kind::organization && !short_name.empty())
                by_short_name.try_emplace(short_name, id);
        }
        for (std::uint32_t id = 0; id < work_.drafts.size(); ++id) {
            const auto full = by_short_name.find(work_.drafts[id].folded);
            if (full != by_short_name.end() && full->second != id && work_.drafts[id].kind == entity_kind::organization)
                merge(id, full->second);
        }
    }

    /// Carries out the merges: names move to the entity that stays. Entities that went keep no name and are dropped
    /// later.
    void settle() {
        for (name_span& name : work_.names) {
            name.entity = stays(name.entity);
            name.kind = work_.drafts[name.entity].kind;
        }
    }

private:
    /// One word with two capitals or more.
    static bool has_capitals(std::string_view name) {
        return name.find(' ') == std::string_view::npos &&
               std::count_if(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
    }

    /// The name without what its last "and" adds; empty where that leaves less than three words with an initial.
    static std::string_view shortened(std::string_view folded) {
        const auto last = folded.rfind(" and ");
        const auto name = last == std::string_view::npos ? std::string_view{} : folded.substr(0, last);
        return initials(name).size() < fewest_initials ? std::string_view{} : name;
    }

    static std::string initials(std::string_view folded) {
        std::string letters;
        for (const auto word : name_words(folded))
            if (word != "of" && word != "the" && word != "and" && word != "for" && word != "in")
                letters += word.front();
        return letters;
    }

    static std::string key_of(const place_entry& place, const std::string& folded) {
        if (place.country == "-") return place.role == place_role::group ? joined("people:", singular(folded)) : folded;
        switch (place.role) {
            case place_role::country: return joined("country:", place.country);
            case place_role::demonym: return joined("people:", place.country);
            case place_role::group: return joined("people:", singular(folded));
            default: return folded;
        }
    }

    static std::string singular(const std::string& folded) {
        return folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss")
                   ? folded.substr(0, folded.size() - 1)
                   : folded;
    }

    void create(const name_span& name, const std::string& key, const std::string& folded) {
        draft fresh;
        fresh.kind = name.kind;
        fresh.key = key;
        fresh.folded = folded;
        fresh.name = work_.text(name);
        if (name.collective) fresh.aliases.emplace_back(name.place->form);
        if (name.place && name.place->country != "-") {
            const auto country = gazetteer::instance().country_name(name.place->country);
            const place_role role = name.place->role;
            if (role == place_role::country && !name.collective)
                fresh.name = country.empty() ? fresh.name : country;
            else if (role != place_role::region && role != place_role::group && !country.empty())
                fresh.aliases.emplace_back(country);
        }
        // A dateline shouts: "MOSCOW" is written as the table writes it.
        if (name.place && fresh.name.size() > 3 && !has_lower_case(fresh.name)) fresh.name = name.place->form;
        if (fresh.name.starts_with("the ") || fresh.name.starts_with("The ")) fresh.name.erase(0, 4);
        work_.drafts.push_back(std::move(fresh));
    }

    std::uint32_t stays(std::uint32_t id) const {
        for (auto moved = moved_.find(id); moved != moved_.end(); moved = moved_.find(id)) id = moved->second;
        return id;
    }

    void merge(std::uint32_t from, std::uint32_t into) {
        from = stays(from);
        into = stays(into);
        if (from == into) return;
        auto& aliases = work_.drafts[into].aliases;
        aliases.push_back(work_.drafts[from].name);
        std::move(work_.drafts[from].aliases.begin(), work_.drafts[from].aliases.end(), std::back_inserter(aliases));
        moved_[from] = into;
    }

    roster& work_;
    std::unordered_map<std::string, std::uint32_t> by_key_;
    std::unordered_map<std::uint32_t, std::uint32_t> moved_;
};

/// "Turkish officials", "U.S. intelligence agencies": the nationality and the noun are one name of those who act.
void join_collectives(roster& work) {
    const document& doc = work.doc;
    const auto& tables = gazetteer::instance();
    const auto is_group_noun = [&](std::uint32_t at) {
        const std::string_view word = doc.word(at);
        return word.front() >= 'a' && word.front() <= 'z' && (tables.word_classes(word) & group_word) != 0;
    };
    for (std::size_t i = 0; i < work.names.size(); ++i) {
        name_span& name = work.names[i];
        if (!name.place || name.place->role == place_role::seat || name.place->role == place_role::capital ||
            name.place->role == place_role::region)
            continue;
        const std::uint32_t end = doc.sentences[doc.tokens[name.tokens.first].sentence].tokens.last;
        const std::uint32_t limit = i + 1 < work.names.size() ? std::min(end, work.names[i + 1].tokens.first) : end;
        const std::uint32_t next = name.tokens.last;
        const bool direct = next < limit && is_group_noun(next);
        const bool after_one =
            !direct && next + 1 < limit && is_group_noun(next + 1) && doc.tokens[next].pos == upos::noun;
        if (!direct && !after_one) continue;
        name.tokens.last = direct ? next + 1 : next + 2;
        name.collective = true;
        name.kind = entity_kind::group;
    }
}

}  // namespace

void gather_others(roster& work) {
    join_collectives(work);
    other_index others(work);
    for (name_span& name : work.names)
        if (name.kind != entity_kind::person) others.add(name);
    others.link_bracketed_acronyms();
    others.link_shortened_names();
    others.link_plain_acronyms();
    others.settle();
}

}  // namespace throughline::entities
