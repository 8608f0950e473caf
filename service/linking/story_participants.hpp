// One number for each person, organisation or place of a story, whatever form its articles name it in.
#pragma once

#include "document/article_record.hpp"
#include "linking/numbering.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::linking {

/// Keys of the story's participants, with the short and long forms of a person's name brought together: "trump" is
/// "donald trump" where no other person of that surname is named as often. Grows with the story; the order of its
/// articles shows in the numbers themselves, not in which keys share one.
class story_participants {
public:
    /// Takes in an article; number() holds once settle() was called.
    void add(const article_record& article);

    /// Brings the forms of names together anew where the articles added since name anybody. Returns the keys, by their
    /// own numbers, that had another number before or acted under another one.
    std::vector<std::uint32_t> settle();

    /// The number of the participant's key alone. Every participant of the articles given has one.
    std::uint32_t key(const record_participant& participant) const { return keys_.at(participant.key); }

    /// The participant's number, as of the key.
    std::uint32_t number(std::uint32_t key) const { return numbers_[key]; }
    std::uint32_t number(const record_participant& participant) const { return number(key(participant)); }

    /// The number under which the participant acts: that of the country for a people, or for officials of a country,
    /// where the story names it.
    std::uint32_t party(std::uint32_t key) const { return parties_[key]; }
    std::uint32_t party(const record_participant& participant) const { return party(key(participant)); }

    /// The fullest of the keys that share the number.
    std::string_view name(std::uint32_t number) const { return keys_.word(number); }

    /// Numbers are below this.
    std::uint32_t count() const { return keys_.size(); }

private:
    struct named_person {
        std::uint32_t key = 0;
        std::string_view text;                ///< the key
        std::vector<std::string_view> names;  ///< its words
        std::uint32_t count = 0;              ///< mentions in the story
    };
    /// People of one surname, by key.
    using namesakes = std::vector<named_person>;

    void count_person(std::uint32_t key);
    void note_state(std::uint32_t key, const record_participant& participant);
    void find_parties(std::vector<std::uint32_t>& renumbered);
    static const named_person& full_form(const named_person& person, const namesakes& same_surname);

    numbering keys_;
    std::vector<std::uint32_t> numbers_;                     ///< by key
    std::vector<std::uint32_t> parties_;                     ///< by key
    std::map<std::string, std::string> countries_;           ///< least key of each name
    std::map<std::uint32_t, std::set<std::string>> groups_;  ///< aliases of those that may stand for a country, by key
    std::map<std::string_view, namesakes> surnames_;
    std::vector<std::string_view> counted_;  ///< surnames of the people named since the last settle()
};

}  // namespace throughline::linking
