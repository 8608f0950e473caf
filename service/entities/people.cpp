#include "entities/names.hpp"
#include "entities/roster.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

namespace throughline::entities {
namespace {

constexpr std::uint32_t unset = 0xffffffff;
constexpr std::size_t most_namesakes = 16;    ///< compared with a name; keeps a hostile text from costing its square
constexpr std::size_t most_looked_back = 64;  ///< names before a surname that several people bear

/// Persons by the words of their names.
class people_index {
public:
    explicit people_index(roster& work) : work_(work) {}

    void add_full_name(name_span& name, const std::string& folded) {
        full_names_.insert(folded);
        const auto words = name_words(folded);
        auto& namesakes = by_last_[std::string(words.back())];
        for (const std::uint32_t id : namesakes) {
            draft& known = work_.drafts[id];
            if (!same_person(known.folded, folded) || !sexes_agree(known, name)) continue;
            join(name, id, folded);
            return;
        }
        const std::uint32_t id = create(name, folded);
        if (namesakes.size() < most_namesakes) namesakes.push_back(id);
        auto& first = by_first_[std::string(words.front())];
        if (first.size() < most_namesakes) first.push_back(id);
    }

    /// Whether a full name ends with this one: "bin Salman" of "Mohammed bin Salman".
    bool ends_full_name(const std::string& folded) const {
        const auto found = by_last_.find(std::string(name_words(folded).back()));
        if (found == by_last_.end()) return false;
        return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t id) {
            const std::string& known = work_.drafts[id].folded;
            return known.size() > folded.size() && known.ends_with(' ' + folded);
        });
    }

    /// Links a lone surname or given name to the one full name that it is part of.
    void add_single(name_span& name, const std::string& folded) {
        const std::string last(name_words(folded).back());
        for (const auto* index : {&by_last_, &by_first_}) {
            const auto found = index->find(last);
            if (found == index->end()) continue;
            const auto id = only_one(name, folded, found->second);
            if (id) return join(name, *id, folded);
            break;
        }
        const auto [known, fresh] = singles_.try_emplace(folded, unset);
        if (fresh) known->second = create(name, folded);
        join(name, known->second, folded);
    }

    /// A full name that the model took for something else is still a person's.
    bool is_full_name(const std::string& folded) const { return full_names_.contains(folded); }

    bool is_surname(const std::string& folded) const { return by_last_.contains(folded) || titled_.contains(folded); }

    /// A lone name after a title is a surname too: "President Trump".
    void add_titled(const std::string& folded) { titled_.insert(folded); }

private:
    bool sexes_agree(const draft& known, const name_span& name) const {
        return known.bearer == sex::unknown || name.bearer == sex::unknown || known.bearer == name.bearer;
    }

    /// The one candidate that a title does not speak against; of several, the one named last if no other of them was
    /// named in the two paragraphs up to here.
    std::optional<std::uint32_t> only_one(const name_span& name, const std::string& folded,
                                          const std::vector<std::uint32_t>& candidates) const {
        std::vector<std::uint32_t> left;
        for (const std::uint32_t id : candidates)
            if (sexes_agree(work_.drafts[id], name) && same_person(work_.drafts[id].folded, folded)) left.push_back(id);
        if (left.size() < 2) return left.empty() ? std::nullopt : std::optional(left.front());
        const auto paragraph = [&](const name_span& at) {
            return work_.doc.sentences[work_.doc.tokens[at.tokens.first].sentence].paragraph;
        };
        std::optional<std::uint32_t> near;
        const name_span* other = &name;
        for (std::size_t looked = 0; looked < most_looked_back && other != work_.names.data(); ++looked) {
            --other;
            if (paragraph(*other) + 1 < paragraph(name)) break;
            if (std::find(left.begin(), left.end(), other->entity) == left.end()) continue;
            if (near && *near != other->entity) return std::nullopt;
            near = other->entity;
        }
        return near;
    }

    std::uint32_t create(name_span& name, const std::string& folded) {
        draft fresh;
        fresh.kind = entity_kind::person;
        fresh.folded = folded;
        fresh.name = work_.text(name);
        fresh.bearer = sex_of_first_name(folded);
        work_.drafts.push_back(std::move(fresh));
        const auto id = static_cast<std::uint32_t>(work_.drafts.size() - 1);
        join(name, id, folded);
        return id;
    }

    sex sex_of_first_name(const std::string& folded) const {
        const auto words = name_words(folded);
        if (words.size() < 2) return sex::unknown;
        const std::uint8_t classes = gazetteer::instance().word_classes(words.front());
        if ((classes & first_name_male) != 0 && (classes & first_name_female) == 0) return sex::male;
        return (classes & first_name_female) != 0 && (classes & first_name_male) == 0 ? sex::female : sex::unknown;
    }

    void join(name_span& name, std::uint32_t id, const std::string& folded) {
        name.entity = id;
        name.kind = entity_kind::person;
        draft& person = work_.drafts[id];
        if (folded.size() > person.folded.size()) {
            person.folded = folded;
            person.name = work_.text(name);
        }
        if (name.bearer != sex::unknown) person.bearer = name.bearer;
        person.aliases.emplace_back(work_.text(name));
        const bool formal = !name.title.empty() && work_.doc.word(name.title.first).front() < 'a';
        if (formal) person.aliases.emplace_back(work_.text(token_range{name.title.first, name.tokens.last}));
    }

    roster& work_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_last_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_;
    std::unordered_map<std::string, std::uint32_t> singles_;
    std::unordered_set<std::string> full_names_;
    std::unordered_set<std::string> titled_;
};

/// A lone word that the model took for a person though a table knows it as a country or people, with no title before.
bool is_rather_a_place(const roster& work, const name_span& name) {
    if (name.tokens.size() > 2 || !name.title.empty()) return false;
    const place_entry* listed = gazetteer::instance().place(work.text(name));
    return listed && listed->role != place_role::region;
}

void turn_into_place(roster& work, name_span& name) {
    name.place = gazetteer::instance().place(work.text(name));
    const bool people = name.place->role == place_role::demonym || name.place->role == place_role::group;
    name.kind = people ? entity_kind::group : entity_kind::place;
}

/// A sentence's first word whose capital says nothing, unless it is tagged as a name or a verb follows: "Brown rice".
bool is_common_opening(const document& doc, std::uint32_t at) {
    const token_range sentence = doc.sentences[doc.tokens[at].sentence].tokens;
    if (sentence.first != at || doc.tokens[at].pos == upos::propn) return false;
    if (at + 1 >= sentence.last) return true;
    const upos next = doc.tokens[at + 1].pos;
    return next != upos::verb && next != upos::aux && next != upos::part;
}

/// Surnames of people named in full elsewhere that the model passed over: "Pence said", "the Trump administration".
void add_missed_surnames(roster& work, const people_index& people) {
    const document& doc = work.doc;
    std::vector<name_span> all;
    all.reserve(work.names.size());
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < doc.tokens.size();) {
        if (next < work.names.size() && work.names[next].tokens.first == i) {
            i = work.names[next].tokens.last;
            all.push_back(work.names[next++]);
            continue;
        }
        const std::string_view word = doc.word(i);
        const bool capital = word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a';
        if (capital && !is_common_opening(doc, i) && people.is_surname(fold_name(word))) {
            name_span name;
            name.tokens = {i, i + 1};
            name.kind = entity_kind::person;
            name.title = {i, i};
            all.push_back(name);
        }
        ++i;
    }
    work.names = std::move(all);
}

/// "Putin and Trump" that the model took for one name, when both are people of the document.
void split_joined_surnames(roster& work, const people_index& people) {
    std::vector<name_span> all;
    all.reserve(work.names.size());
    for (const name_span& name : work.names) {
        const std::uint32_t first = name.tokens.first;
        const bool joined = name.tokens.size() == 3 && work.doc.word(first + 1) == "and" &&
                            people.is_surname(fold_name(work.doc.word(first))) &&
                            people.is_surname(fold_name(work.doc.word(first + 2)));
        all.push_back(name);
        if (!joined) continue;
        all.back().kind = entity_kind::person;
        all.back().tokens = {first, first + 1};
        all.back().title = {first, first};
        all.push_back(all.back());
        all.back().tokens = {first + 2, first + 3};
        all.back().title = {first + 2, first + 2};
    }
    work.names = std::move(all);
}

bool begins_with_particle(std::string_view folded) { return is_particle(folded.substr(0, folded.find(' '))); }

/// Names of two words and more. Those that begin with a particle come last: "bin Salman" can be a surname alone.
void add_full_names(roster& work, people_index& people) {
    std::vector<std::uint32_t> surnames;
    for (std::uint32_t i = 0; i < work.names.size(); ++i) {
        name_span& name = work.names[i];
        if (name.kind != entity_kind::person) continue;
        const std::string folded = fold_name(work.text(name));
        if (folded.find(' ') == std::string::npos) {
            if (!name.title.empty()) people.add_titled(folded);
        } else if (begins_with_particle(folded)) {
            surnames.push_back(i);
        } else if (!is_rather_a_place(work, name)) {
            people.add_full_name(name, folded);
        }
    }
    for (const std::uint32_t i : surnames) {
        const std::string folded = fold_name(work.text(work.names[i]));
        if (people.ends_full_name(folded))
            people.add_single(work.names[i], folded);
        else
            people.add_full_name(work.names[i], folded);
    }
}

}  // namespace

void gather_people(roster& work) {
    people_index people(work);
    add_full_names(work, people);
    split_joined_surnames(work, people);
    add_missed_surnames(work, people);
    settle_lone_names(work, [&](const std::string& folded) { return people.is_surname(folded); });
    for (name_span& name : work.names) {
        const std::string folded = fold_name(work.text(name));
        if (folded.empty()) continue;
        if (folded.find(' ') != std::string::npos) {
            if (name.kind != entity_kind::person && people.is_full_name(folded)) people.add_full_name(name, folded);
            continue;
        }
        const bool mistaken = name.kind != entity_kind::person && !name.place && people.is_surname(folded);
        if (name.kind != entity_kind::person && !mistaken) continue;
        if (!people.is_surname(folded) && is_rather_a_place(work, name))
            turn_into_place(work, name);
        else
            people.add_single(name, folded);
    }
    for (name_span& name : work.names)
        if (name.kind == entity_kind::person && name.tokens.size() > 1 && is_rather_a_place(work, name))
            turn_into_place(work, name);
}

}  // namespace throughline::entities
