// One number for each person, organisation or place of a story, whatever form its articles name it in.
#pragma once

#include "document/article_record.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

namespace throughline::linking {

/// Keys of the story's participants, with the short and long forms of a person's name brought together: "trump" is
/// "donald trump" where no other person of that surname is named as often. Views into the articles given.
class story_participants {
public:
    /// The order of the articles does not matter.
    explicit story_participants(std::span<const article_record> articles);

    /// The participant's number. Every participant of the articles given has one.
    std::uint32_t number(const record_participant& participant) const;

    /// The same for comparing who takes part: its people and those who act for it stand for a country, "the Turks" and
    /// "Turkish officials" for Turkey, where the story names the country itself.
    std::uint32_t party(const record_participant& participant) const;

    /// Numbers are below this.
    std::uint32_t count() const { return count_; }

private:
    void find_states(std::span<const article_record> articles);

    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::unordered_map<std::string_view, std::uint32_t> states_;  ///< number of the country a group stands for, by key
    std::uint32_t count_ = 0;
};

}  // namespace throughline::linking
