// The entities of a document while they are being formed.
#pragma once

#include "document/document.hpp"
#include "entities/name_spans.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline::entities {

/// A way to refer to a person by office: "president", with the country that stood before it.
struct held_office {
    std::string words;         ///< folded: "crown prince"
    std::string_view country;  ///< ISO 3166-1 alpha-2 in lower case, empty when none was named

    bool operator==(const held_office&) const = default;
};

/// An entity and what is known of it so far.
struct draft {
    entity_kind kind = entity_kind::other;
    std::string name;                  ///< fullest form
    std::string folded;                ///< of the fullest form
    std::string key;                   ///< set at once when a table gives it, else made of `folded` in the end
    std::vector<std::string> aliases;  ///< as they come, `name` and doubles among them
    std::vector<held_office> offices;
    sex bearer = sex::unknown;
};

/// What find() works on: the names of the document and the entities made of them.
struct roster {
    const document& doc;
    std::vector<name_span> names;
    std::vector<draft> drafts;
    std::vector<entity_mention> references;  ///< pronouns and descriptions
    std::vector<bool> named;                 ///< of each token: part of a name, so of no pronoun or description

    std::string_view text(token_range range) const { return doc.words(doc.extent(range)); }
    std::string_view text(const name_span& name) const { return text(name.tokens); }
};

/// Drops the people of picture credits: "Ann Lee/Picture Agency", "Photograph: Ann Lee".
void drop_credits(roster& work);

/// Ends a name before the text of a link that a page pasted behind it, which gives the name once more and goes on without
/// a blank: "Lee Ann Mary LeeVote nears" names Lee.
void cut_pasted_links(roster& work);

/// Joins an organisation's name that the model cut where an acronym of the document spells the whole: "Union for Trade"
/// and "Asia" of "Union for Trade in Asia (UTA)".
void join_spelled_out_names(roster& work);

/// Gives every name of one word one kind throughout the document, other than the people whom `is_person` knows by their
/// folded names and what the tables list. One that organisations' names begin with at least as often as it stands for a
/// person is an organisation.
void settle_lone_names(roster& work, const std::function<bool(const std::string&)>& is_person);

/// Makes one entity of every person; names that only look like something else are put right.
void gather_people(roster& work);

/// Makes one entity of every place, people, organisation and other name.
void gather_others(roster& work);

/// Notes the offices that people are said to hold and links "the president", "the Saudi crown prince" to the one who
/// holds it, where there is one answer.
void link_descriptions(roster& work);

/// Links "the hospital" to the institution of its kind that was named before, where there is one answer.
void link_institutions(roster& work);

/// Links "he", "her" and the like to a person, where there is one answer. References are in text order afterwards.
void link_pronouns(roster& work);

}  // namespace throughline::entities
