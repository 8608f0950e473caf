// Who a title begins with: the words for it, and whether they are plural.
#pragma once

#include "extraction/phrase_writer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::extraction {

/// Keeps count of what a title has told already, for one title.
class title_subject {
public:
    title_subject(const syntax& tree, const event_mention& mention) : tree_(tree), phrases_(tree), mention_(mention) {}

    /// A subject's phrase as headlines write it, without leading determiner; when it is long its head with what stands
    /// before that, or its head alone.
    std::string phrase(std::uint32_t subject);
    /// The names of the first two in a role, for a subject that the sentence leaves out or gives by a pronoun; "".
    std::string names(participant_role role);
    /// Whether a verb behind the last phrase or names stands in the plural.
    bool is_plural() const { return words_.plural_subject; }
    /// What is told so far; what is written behind the subject adds to it.
    written_words& words() { return words_; }
    /// Forgets what the title has told.
    void clear();

private:
    void begin(bool plural);
    void names_person(std::string_view phrase);
    bool is_known_person(std::uint32_t subject) const;
    bool is_anyone(std::uint32_t subject) const;
    bool heads_several(std::uint32_t subject) const;
    bool is_plural_noun(std::uint32_t subject) const;

    const syntax& tree_;
    phrase_writer phrases_;
    const event_mention& mention_;
    written_words words_;
};

}  // namespace throughline::extraction
