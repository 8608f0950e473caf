// Which offices the people of a document are said to hold.
#pragma once

#include "entities/roster.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::entities {

/// An office named somewhere in the text, without its holder's name.
struct office_phrase {
    token_range tokens;  ///< the office's own words
    token_range whole;   ///< with article and country: "the Russian president"
    held_office office;
    bool definite = false;  ///< "the …", "Russia's …": means somebody in particular
};

/// Words and names of a document by token, for reading the words around an office.
class office_reader {
public:
    explicit office_reader(const roster& work);

    /// The offices of the titles before a name, with the country before them: "Russian President".
    std::vector<held_office> before(const name_span& name) const;

    /// The office that begins at a token or after the article or country that stands there.
    std::optional<office_phrase> at(std::uint32_t token) const;

    /// The name that begins at a token, nullptr when none does.
    const name_span* name_at(std::uint32_t token) const {
        return token < begins_.size() && begins_[token] != no_name ? &work_.names[begins_[token]] : nullptr;
    }

private:
    static constexpr std::uint32_t no_name = 0xffffffff;
    std::string_view country_before(std::uint32_t token) const;
    std::string_view country_of(std::uint32_t token, std::uint32_t& end) const;

    const roster& work_;
    std::vector<std::string_view> words_;
    std::vector<std::uint32_t> begins_;  ///< of each token: the name that begins there
    std::vector<std::uint32_t> ends_;    ///< of each token: the name whose last word it is
};

/// Whether a description's office can be the held one: the same or its last words ("minister" of "foreign minister"),
/// and no other country.
bool can_mean(const held_office& description, const held_office& held);

}  // namespace throughline::entities
