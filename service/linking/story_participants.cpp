#include "linking/story_participants.hpp"

#include "linking/table.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace throughline::linking {
namespace {

struct named_person {
    std::string_view key;
    std::vector<std::string_view> names;  ///< words of the key
    std::uint32_t count = 0;              ///< mentions in the story
};

std::vector<std::string_view> split(std::string_view key) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < key.size();) {
        const auto end = std::min(key.find(' ', begin), key.size());
        if (end > begin) words.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// What stands before a father's name: "Mohammed bin Salman" is the son of Salman, whom "Salman" alone means.
bool before_father(std::string_view name) { return name == "bin" || name == "ibn" || name == "bint"; }

bool is_father(const named_person& person, const named_person& other) {
    if (person.names.size() != 1) return false;
    const auto found = std::find(other.names.begin(), other.names.end(), person.names.front());
    return found != other.names.begin() && found != other.names.end() && before_father(found[-1]);
}

/// All names of the shorter form stand in the longer one, an initial for a name that begins with it.
bool fits(const named_person& shorter, const named_person& longer) {
    return std::all_of(shorter.names.begin(), shorter.names.end(), [&](std::string_view name) {
        return std::any_of(longer.names.begin(), longer.names.end(), [&](std::string_view other) {
            return other == name || (name.size() <= 2 && other.starts_with(name.front()));
        });
    });
}

/// The longer form that a form of the same surname stands for; itself when there is none or more than one.
std::string_view full_form(const named_person& person, const std::vector<named_person>& same_surname) {
    const named_person* best = nullptr;
    const named_person* second = nullptr;
    for (const auto& other : same_surname) {
        if (other.names.size() <= person.names.size() || is_father(person, other) || !fits(person, other)) continue;
        if (!best || other.count > best->count) {
            second = best;
            best = &other;
        } else if (!second || other.count > second->count) {
            second = &other;
        }
    }
    if (!best) return person.key;
    const bool ambiguous = second && !fits(*second, *best) && !fits(*best, *second) && second->count * 4 > best->count;
    return ambiguous ? person.key : best->key;
}

/// A people, or a group of a country that acts for it.
bool stands_for_state(const record_participant& participant) {
    static const auto state_words = [] {
        std::set<std::string_view> words;
        for_each_row("service/linking/data/state_words.tsv", 1, [&](const table_fields& row) { words.insert(row[0]); });
        return words;
    }();
    if (participant.kind != entity_kind::group) return false;
    const auto words = split(participant.key);
    return participant.key.starts_with("people:") || (words.size() > 1 && state_words.contains(words.back()));
}

}  // namespace

story_participants::story_participants(std::span<const article_record> articles) {
    std::map<std::string_view, std::uint32_t> person_counts;
    std::map<std::string_view, std::string_view> canonical;
    for (const auto& article : articles)
        for (const auto& mention : article.mentions)
            for (const auto& participant : mention.participants) {
                canonical.emplace(participant.key, participant.key);
                if (participant.kind == entity_kind::person) ++person_counts[participant.key];
            }

    std::map<std::string_view, std::vector<named_person>> surnames;
    for (const auto& [key, count] : person_counts) {
        auto names = split(key);
        if (names.empty()) continue;
        const auto surname = names.back();
        surnames[surname].push_back({key, std::move(names), count});
    }
    for (const auto& [surname, persons] : surnames)
        for (const auto& person : persons) canonical[person.key] = full_form(person, persons);

    std::map<std::string_view, std::uint32_t> ordinals;
    for (const auto& [key, full] : canonical) {
        std::string_view last = full;
        while (canonical.at(last) != last) last = canonical.at(last);
        numbers_[key] = ordinals.emplace(last, static_cast<std::uint32_t>(ordinals.size())).first->second;
    }
    count_ = static_cast<std::uint32_t>(ordinals.size());
    find_states(articles);
}

void story_participants::find_states(std::span<const article_record> articles) {
    const auto each_participant = [&](const auto& use) {
        for (const auto& article : articles)
            for (const auto& mention : article.mentions)
                for (const auto& participant : mention.participants) use(participant);
    };
    std::unordered_map<std::string_view, std::uint32_t> countries;  // by name
    each_participant([&](const record_participant& participant) {
        if (participant.key.starts_with("country:")) countries.emplace(participant.name, number(participant));
    });
    each_participant([&](const record_participant& participant) {
        if (!stands_for_state(participant)) return;
        for (const auto& alias : participant.aliases)
            if (const auto found = countries.find(alias); found != countries.end())
                states_.emplace(participant.key, found->second);
    });
}

std::uint32_t story_participants::number(const record_participant& participant) const {
    return numbers_.at(participant.key);
}

std::uint32_t story_participants::party(const record_participant& participant) const {
    const auto state = states_.find(participant.key);
    return state == states_.end() ? number(participant) : state->second;
}

}  // namespace throughline::linking
