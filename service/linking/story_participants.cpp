#include "linking/story_participants.hpp"

#include "linking/table.hpp"

#include <algorithm>
#include <utility>

namespace throughline::linking {
namespace {

using names = std::vector<std::string_view>;

names split(std::string_view key) {
    names words;
    for (std::size_t begin = 0; begin < key.size();) {
        const auto end = std::min(key.find(' ', begin), key.size());
        if (end > begin) words.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

using word_set = std::set<std::string_view>;

word_set read_words(std::string_view resource) {
    word_set words;
    for_each_row(resource, 1, [&](const table_fields& row) { words.insert(row[0]); });
    return words;
}

bool before_father(std::string_view name) {
    static const auto words = read_words("service/linking/data/father_words.tsv");
    return words.contains(name);
}

bool is_father(const names& person, const names& other) {
    if (person.size() != 1) return false;
    const auto found = std::find(other.begin(), other.end(), person.front());
    return found != other.begin() && found != other.end() && before_father(found[-1]);
}

/// All names of the shorter form stand in the longer one, an initial for a name that begins with it.
bool fits(const names& shorter, const names& longer) {
    return std::all_of(shorter.begin(), shorter.end(), [&](std::string_view name) {
        return std::any_of(longer.begin(), longer.end(), [&](std::string_view other) {
            return other == name || (name.size() <= 2 && other.starts_with(name.front()));
        });
    });
}

/// A people, or a group of a country that acts for it.
bool stands_for_state(const record_participant& participant) {
    static const auto state_words = read_words("service/linking/data/state_words.tsv");
    if (participant.kind != entity_kind::group) return false;
    const auto words = split(participant.key);
    return participant.key.starts_with("people:") || (words.size() > 1 && state_words.contains(words.back()));
}

}  // namespace

/// The longer form that a form of the same surname stands for; itself when there is none or more than one.
const story_participants::named_person& story_participants::full_form(const named_person& person,
                                                                      const namesakes& same_surname) {
    const named_person* best = nullptr;
    const named_person* second = nullptr;
    for (const auto& other : same_surname) {
        if (other.names.size() <= person.names.size()) continue;
        if (is_father(person.names, other.names) || !fits(person.names, other.names)) continue;
        if (!best || other.count > best->count) {
            second = best;
            best = &other;
        } else if (!second || other.count > second->count) {
            second = &other;
        }
    }
    if (!best) return person;
    const bool ambiguous = second && !fits(second->names, best->names) && !fits(best->names, second->names) &&
                           second->count * 4 > best->count;
    return ambiguous ? person : *best;
}

void story_participants::add(const article_record& article) {
    for (const auto& mention : article.mentions)
        for (const auto& participant : mention.participants) {
            const auto key = keys_.number(participant.key);
            if (key == numbers_.size()) {
                numbers_.push_back(key);
                parties_.push_back(key);
            }
            if (participant.kind == entity_kind::person) count_person(key);
            note_state(key, participant);
        }
}

/// Where two countries share a name, or a group names several, the least in the alphabet counts.
void story_participants::note_state(std::uint32_t key, const record_participant& participant) {
    if (participant.key.starts_with("country:")) {
        const auto known = countries_.emplace(participant.name, participant.key).first;
        known->second = std::min(known->second, participant.key);
    }
    if (stands_for_state(participant)) groups_[key].insert(participant.aliases.begin(), participant.aliases.end());
}

void story_participants::find_parties(std::vector<std::uint32_t>& renumbered) {
    for (const auto key : renumbered) parties_[key] = numbers_[key];
    for (const auto& [key, aliases] : groups_) {
        auto party = numbers_[key];
        for (const auto& alias : aliases)
            if (const auto country = countries_.find(alias); country != countries_.end()) {
                party = numbers_[keys_.at(country->second)];
                break;
            }
        if (std::exchange(parties_[key], party) != party) renumbered.push_back(key);
    }
}

void story_participants::count_person(std::uint32_t key) {
    const auto text = keys_.word(key);
    auto words = split(text);
    if (words.empty()) return;
    const auto surname = words.back();
    auto& persons = surnames_[surname];
    auto place =
        std::lower_bound(persons.begin(), persons.end(), text,
                         [](const named_person& person, std::string_view wanted) { return person.text < wanted; });
    if (place == persons.end() || place->key != key) place = persons.insert(place, {key, text, std::move(words), 0});
    ++place->count;
    counted_.push_back(surname);
}

std::vector<std::uint32_t> story_participants::settle() {
    std::sort(counted_.begin(), counted_.end());
    counted_.erase(std::unique(counted_.begin(), counted_.end()), counted_.end());
    std::vector<std::uint32_t> renumbered;
    for (const auto surname : std::exchange(counted_, {})) {
        const auto& persons = surnames_.at(surname);
        for (const auto& person : persons) {
            const auto* full = &person;
            for (const auto* longer = &full_form(*full, persons); longer != full; longer = &full_form(*full, persons))
                full = longer;
            if (std::exchange(numbers_[person.key], full->key) != full->key) renumbered.push_back(person.key);
        }
    }
    find_parties(renumbered);
    return renumbered;
}

}  // namespace throughline::linking
