#include "entities/offices.hpp"
#include "entities/roster.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

constexpr std::uint32_t near_sentences = 2;  ///< how far back a person must have been named when several hold an office
constexpr std::size_t most_holders = 32;  ///< compared with a description; keeps a hostile text from costing its square

/// Somebody who holds an office, and where they were named last.
struct holder {
    std::uint32_t person = 0;
    held_office office;
};

/// Walks the text once: learns who holds what and links descriptions to those who were named before.
class description_linker {
public:
    explicit description_linker(roster& work) : work_(work), reader_(work), last_named_(work.drafts.size(), never) {}

    void run() {
        const auto& tokens = work_.doc.tokens;
        for (std::uint32_t i = 0; i < tokens.size();) {
            if (const name_span* name = reader_.name_at(i); name && name->kind == entity_kind::person) {
                named(*name);
                i = name->tokens.last;
                continue;
            }
            const auto phrase = reader_.at(i);
            i = phrase ? described(*phrase) : i + 1;
        }
    }

private:
    static constexpr std::uint32_t never = 0xffffffff;

    void named(const name_span& name) {
        last_named_[name.entity] = work_.doc.tokens[name.tokens.first].sentence;
        for (held_office& office : reader_.before(name)) learn(name.entity, std::move(office));
        const std::uint32_t comma = name.tokens.last;
        if (comma + 1 >= work_.doc.tokens.size() || work_.doc.word(comma) != ",") return;
        const auto apposed = reader_.at(comma + 1);
        if (apposed && !names_person(apposed->tokens.last)) learn(name.entity, apposed->office);
    }

    /// Returns the token to go on from.
    std::uint32_t described(const office_phrase& phrase) {
        const std::uint32_t end = phrase.tokens.last;
        const auto& tokens = work_.doc.tokens;
        if (names_person(end)) return end;
        const bool apposed = end + 1 < tokens.size() && work_.doc.word(end) == "," && names_person(end + 1);
        if (apposed && phrase.definite) {
            const std::uint32_t person = reader_.name_at(end + 1)->entity;
            learn(person, phrase.office);
            return end;
        }
        if (!phrase.definite || is_modifier(end) || within_name(phrase.tokens)) return end;
        const std::uint32_t person = holder_of(phrase);
        if (person != never) link(phrase, person);
        return end;
    }

    bool within_name(token_range range) const {
        const auto begin = work_.named.begin();
        return std::find(begin + range.first, begin + range.last, true) != begin + range.last;
    }

    bool names_person(std::uint32_t token) const {
        const name_span* name = reader_.name_at(token);
        return name && name->kind == entity_kind::person;
    }

    /// Whether the office only modifies the noun at `next`: "the president 's" does not, "the police chief job" does.
    bool is_modifier(std::uint32_t next) const {
        if (next >= work_.doc.tokens.size()) return false;
        const upos pos = work_.doc.tokens[next].pos;
        return pos == upos::noun || pos == upos::propn || pos == upos::adj || work_.doc.word(next) == "-";
    }

    void learn(std::uint32_t person, held_office office) {
        auto& known = work_.drafts[person].offices;
        const auto same = std::find_if(known.begin(), known.end(),
                                       [&](const held_office& held) { return held.words == office.words; });
        if (same != known.end()) {
            if (same->country.empty()) same->country = office.country;
            return;
        }
        const std::string last = office.words.substr(office.words.rfind(' ') + 1);
        auto& holders = by_last_word_[last];
        if (holders.size() < most_holders) holders.push_back(person);
        known.push_back(std::move(office));
    }

    /// The one person who can be meant; of several, the one who alone was named close before.
    std::uint32_t holder_of(const office_phrase& phrase) const {
        const std::string last = phrase.office.words.substr(phrase.office.words.rfind(' ') + 1);
        const auto found = by_last_word_.find(last);
        if (found == by_last_word_.end()) return never;
        std::vector<std::uint32_t> able;
        for (const std::uint32_t person : found->second) {
            const auto& offices = work_.drafts[person].offices;
            const bool fits = std::any_of(offices.begin(), offices.end(),
                                          [&](const held_office& held) { return can_mean(phrase.office, held); });
            if (fits && std::find(able.begin(), able.end(), person) == able.end()) able.push_back(person);
        }
        if (able.size() == 1) return able.front();
        const std::uint32_t here = work_.doc.tokens[phrase.tokens.first].sentence;
        std::erase_if(able, [&](std::uint32_t person) { return last_named_[person] + near_sentences < here; });
        return able.size() == 1 ? able.front() : never;
    }

    void link(const office_phrase& phrase, std::uint32_t person) {
        last_named_[person] = work_.doc.tokens[phrase.tokens.first].sentence;
        work_.references.push_back({phrase.tokens, phrase.tokens.last - 1, person, false});
        if (!phrase.office.country.empty()) work_.drafts[person].aliases.emplace_back(work_.text(phrase.whole));
    }

    roster& work_;
    office_reader reader_;
    std::vector<std::uint32_t> last_named_;  ///< sentence in which a person was named or meant last
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_last_word_;
};

}  // namespace

void link_descriptions(roster& work) { description_linker(work).run(); }

}  // namespace throughline::entities
