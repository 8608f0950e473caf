#include "entities/name_spans.hpp"

#include "entities/name_tagger.hpp"
#include "entities/names.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace throughline::entities {
namespace {

/// A longer run of names is a list whose commas are missing, or no text at all. In bytes.
constexpr std::size_t longest_name = 200;

bool is_capital(std::string_view word) {
    const auto first = text::first_kind(word);
    return first == text::char_kind::upper || first == text::char_kind::letter;
}

bool is_determiner(std::string_view word) {
    return word == "the" || word == "The" || word == "a" || word == "A" || word == "an" || word == "An";
}

bool is_clitic(std::string_view word) { return word == "'s" || word == "’s" || word == "'" || word == "’"; }
bool is_joint(std::string_view word) { return word == "of" || word == "for" || word == "and" || word == "in"; }

bool opens_name(std::string_view word) {
    return text::is_wordlike(text::first_kind(word)) && !is_determiner(word) && !is_joint(word);
}

bool closes_name(std::string_view word) {
    const auto last = text::last_kind(word);
    const bool wordlike = text::is_wordlike(last) || last == text::char_kind::mark || last == text::char_kind::stop;
    return wordlike && !is_clitic(word) && !is_joint(word) && !is_determiner(word);
}

bool is_people(const place_entry& entry) {
    return entry.role == place_role::demonym || entry.role == place_role::group;
}

entity_kind kind_of_name(name_kind kind) {
    switch (kind) {
        case name_kind::person: return entity_kind::person;
        case name_kind::organization: return entity_kind::organization;
        case name_kind::geographic: return entity_kind::place;
        case name_kind::geopolitical: return entity_kind::place;
        default: return entity_kind::other;
    }
}

/// Reads one sentence: the model's names, put right by what the tables are sure of.
class sentence_reader {
public:
    sentence_reader(const document& doc, std::vector<name_span>& out)
        : doc_(doc), tables_(gazetteer::instance()), out_(out) {}

    /// `words` and `labels` are those of the sentence.
    void read(const sentence& current, std::span<const std::string_view> words, std::span<const name_label> labels) {
        first_ = current.tokens.first;
        words_ = words;
        for (std::uint32_t i = 0; i < words_.size();) {
            std::uint32_t end = i + 1;
            if (labels[i] == outside || kind_of(labels[i]) == name_kind::time) {
                end = add_listed(i, labels);
            } else {
                while (end < words_.size() && is_inside(labels[end])) ++end;
                end = hyphenated_end({i, end}, labels);
                if (tables_.office_at(words_, i).length >= end - i)  // "Prime" of "Prime Minister" too
                    end = add_listed(i, labels);
                else
                    add_parts({i, end}, kind_of_name(kind_of(labels[i])));
            }
            i = end;
        }
    }

private:
    /// What the model left out is a name all the same behind a title, or as a country, people, capital or seat.
    /// Returns the word to go on from.
    std::uint32_t add_listed(std::uint32_t at, std::span<const name_label> labels) {
        const token_range titled = titled_name(at, labels);
        if (!titled.empty()) {
            push(titled, entity_kind::person, {titled.first, titled.first});
            return titled.last;
        }
        const auto found = tables_.place_at(words_, at);
        if (found.length == 0 || found.entry->role == place_role::region) return at + 1;
        const std::uint32_t end = at + found.length;
        for (std::uint32_t i = at; i < end; ++i)
            if (labels[i] != outside) return at + 1;
        push({at, end}, entity_kind::place, {});
        return end;
    }

    /// The capitalised words after a capitalised title that the model passed over: "President Trump".
    token_range titled_name(std::uint32_t at, std::span<const name_label> labels) const {
        if (!is_capital(words_[at])) return {};
        const auto office = tables_.office_at(words_, at);
        const std::uint32_t length = office.length > 0 && office.entry->plural ? 0 : office.length;
        token_range name{at + length, at + length};
        while (length > 0 && name.last < words_.size() && labels[name.last] == outside &&
               is_capital(words_[name.last]) && opens_name(words_[name.last]) && closes_name(words_[name.last]) &&
               name.size() < 4)
            ++name.last;
        const bool listed = !name.empty() && tables_.place_at(words_, name.first).length > 0;
        return listed || (!name.empty() && tables_.office_at(words_, name.first).length > 0) ? token_range{} : name;
    }

    /// A dash that stands by itself parts two names; the first one of a sentence is a dateline's place.
    void add_parts(token_range range, entity_kind kind) {
        for (std::uint32_t part = range.first, at = range.first; at <= range.last; ++at) {
            if (at < range.last && !is_free_dash(at)) continue;
            if (at > part) add_name({part, at}, part == 0 && at < range.last ? entity_kind::place : kind);
            part = at + 1;
        }
    }

    /// The end of a name with the second half of a surname, which the model may leave out or, behind a given name, take
    /// for another person: "Hyde-Smith", "Cindy Hyde-Smith". The corpus that it knows does not part such words.
    std::uint32_t hyphenated_end(token_range name, std::span<const name_label> labels) const {
        const std::uint32_t half = name.last + 1;
        if (half >= words_.size() || words_[name.last] != "-" || is_free_dash(name.last) || !is_capital(words_[half]))
            return name.last;
        const bool ends_there = half + 1 == words_.size() || !is_inside(labels[half + 1]);
        const bool one_name =
            labels[half] == outside || (labels[half] == begin_of(name_kind::person) && ends_there && name.size() > 1);
        return one_name ? half + 1 : name.last;
    }

    /// Not the hyphen of "Hyde-Smith".
    bool is_free_dash(std::uint32_t at) const {
        const std::string_view word = words_[at];
        if (word != "-" && word != "--" && word != "–" && word != "—") return false;
        return doc_.tokens[first_ + at].space_before ||
               (at + 1 < words_.size() && doc_.tokens[first_ + at + 1].space_before);
    }

    void add_name(token_range range, entity_kind kind) {
        while (!range.empty() && !opens_name(words_[range.first])) ++range.first;
        if (range.first == 0 && range.size() > 1 && is_function_word(0)) ++range.first;  // "For Almeida, ..."
        while (!range.empty() && !closes_name(words_[range.last - 1])) --range.last;
        if (range.size() == 1 && is_function_word(range.first)) return;
        token_range rest = range;
        const token_range title = strip_titles(rest);
        if (rest.empty()) return;  // an office without its holder is no name
        if (kind == entity_kind::person) {
            if (const token_range trimmed = without_verbs(rest); trimmed.size() < rest.size())
                return add_name(trimmed, kind);
            if (const std::uint32_t office = inner_office(rest);
                office > rest.first) {  // "Acme Chief Executive Ann Lee"
                push({rest.first, office}, entity_kind::organization, {});
                return add_name({office, rest.last}, kind);
            }
            const std::uint32_t after = place_before_office(rest);
            if (after > rest.first) {  // "Saudi King Salman", "Ohio Gov. Ann Lee"
                push({rest.first, after}, entity_kind::place, {});
                return add_name({after, range.last}, kind);
            }
            if (title.empty() && is_rather_a_body(rest)) return push(rest, entity_kind::organization, title);
        }
        if (rest.first > range.first && words_[rest.first] == "of") {  // "Crown Prince of Saudi Arabia"
            while (!rest.empty() && !opens_name(words_[rest.first])) ++rest.first;
            if (!rest.empty()) push(rest, entity_kind::place, {});
            return;
        }
        if (kind == entity_kind::person || is_rather_a_person(range)) return push(rest, entity_kind::person, title);
        if (const std::uint32_t office = inner_office(range); office > range.first) {  // "CDC Director Tom Frieden"
            push({range.first, office}, kind, {});
            return add_name({office, range.last}, entity_kind::person);
        }
        if (splits_at_and(range)) {
            push({range.first, range.first + 1}, kind, {});
            range.first += 2;
        }
        if (const std::uint32_t people = people_after_region(range); people > range.first) {
            push({range.first, people}, entity_kind::place, {});
            range.first = people;
        }
        push(range, kind, {});
    }

    /// "He", "What", but not "WHO": tagged as a word that names nothing.
    bool is_function_word(std::uint32_t at) const {
        const std::string_view word = words_[at];
        if (word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
            return false;
        switch (doc_.tokens[first_ + at].pos) {
            case upos::pron:
            case upos::det:
            case upos::adp:
            case upos::aux:
            case upos::cconj:
            case upos::sconj:
            case upos::part: return true;
            default: return false;
        }
    }

    /// A first name and a word that is neither one nor tells an organisation: "Rex Tillerson".
    bool is_rather_a_person(token_range range) const {
        if (range.size() != 2 || tables_.place_at(words_, range.first).length > 0) return false;
        constexpr std::uint8_t first_name = first_name_male | first_name_female;
        const std::uint8_t given = tables_.word_classes(words_[range.first]);
        const std::uint8_t family = tables_.word_classes(words_[range.last - 1]);
        return (given & first_name) != 0 && (given & (company_word | body_word)) == 0 &&
               (family & (first_name | company_word | body_word)) == 0 &&
               tables_.place(words_[range.last - 1]) == nullptr;
    }

    /// A person's name without the verb beside it that a headline writes with a capital: "Lee Speaks", but "Will Lee".
    token_range without_verbs(token_range range) const {
        const auto is_verb = [&](std::uint32_t at) {
            return doc_.tokens[first_ + at].pos == upos::verb &&
                   (tables_.word_classes(words_[at]) & (first_name_male | first_name_female)) == 0;
        };
        if (range.size() > 1 && is_verb(range.last - 1)) --range.last;
        if (range.size() > 1 && is_verb(range.first)) ++range.first;
        return range;
    }

    /// The end of a place's or people's name that a name begins with and an office follows; the name's begin when there
    /// is none. "Chad King" is a person, "Chadian King" an office.
    std::uint32_t place_before_office(token_range range) const {
        const auto words = words_.subspan(0, range.last);
        const auto found = tables_.place_at(words, range.first);
        const std::uint32_t end = range.first + found.length;
        if (found.length == 0 || end >= range.last) return range.first;
        const std::uint32_t office = tables_.office_at(words, end).length;
        const bool held = end + office < range.last || found.entry->role == place_role::demonym;
        return office > 0 && held ? end : range.first;
    }

    /// A name whose last word tells a company or body and that does not begin like a person's: "Obama Administration",
    /// "Kent Shipping Corp", but "Emily Post".
    bool is_rather_a_body(token_range range) const {
        if (range.size() < 2) return false;
        constexpr std::uint8_t first_name = first_name_male | first_name_female;
        const std::uint8_t last = tables_.word_classes(words_[range.last - 1]);
        const bool given = range.size() == 2 && (tables_.word_classes(words_[range.first]) & first_name) != 0;
        return (last & (company_word | body_word)) != 0 && (last & first_name) == 0 && !given;
    }

    /// Where a people or party begins that a part of a country stands before, "Ohio Republicans"; the name's begin when
    /// there is none. "African Americans" and "East Asians" are one people.
    std::uint32_t people_after_region(token_range range) const {
        const auto words = words_.subspan(0, range.last);
        const auto place = tables_.place_at(words, range.first);
        const std::uint32_t end = range.first + place.length;
        const bool region = place.length > 0 && place.entry->role == place_role::region && place.entry->country != "-";
        if (!region || end >= range.last) return range.first;
        const auto people = tables_.place_at(words, end);
        const bool group = people.length > 0 && is_people(*people.entry);
        return group && end + people.length == range.last ? end : range.first;
    }

    /// Where an office begins within a name that two more words follow; the name's begin when there is none.
    std::uint32_t inner_office(token_range range) const {
        for (std::uint32_t i = range.first + 1; i + 2 < range.last; ++i) {
            const auto found = tables_.office_at(words_.subspan(0, range.last), i);
            if (found.length > 0 && i + found.length + 2 == range.last &&
                found.entry->kind != office_class::honorific &&
                (tables_.word_classes(words_[i + found.length]) & (first_name_male | first_name_female)) != 0)
                return i;
        }
        return range.first;
    }

    /// "Senate and House": two bodies or places that one conjunction joins, not one name.
    bool splits_at_and(token_range range) const {
        if (range.size() != 3 || words_[range.first + 1] != "and") return false;
        const auto stands_alone = [&](std::uint32_t at) {
            return (tables_.word_classes(words_[at]) & body_word) != 0 || tables_.place(words_[at]) != nullptr;
        };
        return stands_alone(range.first) && stands_alone(range.first + 2);
    }

    /// Takes titles off the front of a person's name; what is left may be nothing.
    token_range strip_titles(token_range& range) const {
        token_range title{range.first, range.first};
        for (;;) {
            const auto words = words_.subspan(0, range.last);
            if (range.empty()) break;
            const auto found = tables_.office_at(words, range.first);
            if (found.length == 0) break;
            range.first += found.length;
            title.last = range.first;
        }
        return title;
    }

    void push(token_range range, entity_kind kind, token_range title) {
        if (bytes_of(range) > longest_name) return;
        name_span name;
        name.kind = kind;
        const auto listed = tables_.place_at(words_.subspan(0, range.last), range.first);
        if (listed.length == range.size() && kind != entity_kind::person) {
            name.place = listed.entry;
            name.kind = is_people(*listed.entry) ? entity_kind::group : entity_kind::place;
        }
        if (kind == entity_kind::person) {
            range = with_particles(range);
            if (title.empty()) title = {range.first, range.first};
            title.first = title_begin(title);
            name.bearer = bearer_of(title);
        } else {
            title = {range.first, range.first};
        }
        while (!out_.empty() && out_.back().tokens.last > title.first + first_) out_.pop_back();
        name.tokens = {range.first + first_, range.last + first_};
        name.title = {title.first + first_, title.last + first_};
        out_.push_back(name);
    }

    std::size_t bytes_of(token_range range) const {
        if (range.empty()) return 0;
        return doc_.tokens[first_ + range.last - 1].where.end - doc_.tokens[first_ + range.first].where.begin;
    }

    /// A person's name with the particles in small letters before it and the person's name before those, which the
    /// model may leave out or take for another: "bin Salman", "Mohammed bin Salman".
    token_range with_particles(token_range range) {
        std::uint32_t begin = range.first;
        while (begin > 0 && words_[begin - 1].front() >= 'a' && is_particle(words_[begin - 1])) --begin;
        if (begin == range.first) return range;
        const bool joined = !out_.empty() && out_.back().kind == entity_kind::person &&
                            out_.back().tokens.last == begin + first_ && out_.back().tokens.first >= first_;
        return {joined ? out_.back().tokens.first - first_ : begin, range.last};
    }

    /// Where the titles begin that reach up to a name, of which a part may be known: "Senate Majority Leader".
    std::uint32_t title_begin(token_range known) const {
        const auto words = words_.subspan(0, known.last);
        std::uint32_t at = known.first;
        for (bool grown = true; grown;) {
            grown = false;
            for (std::uint32_t begin = at > 6 ? at - 6 : 0; begin < at && !grown; ++begin) {
                const auto found = tables_.office_at(words, begin);
                if (found.length == 0 || begin + found.length < at) continue;
                at = begin;
                grown = true;
            }
        }
        return at;
    }

    sex bearer_of(token_range title) const {
        for (std::uint32_t i = title.first; i < title.last;) {
            const auto found = tables_.office_at(words_.subspan(0, title.last), i);
            if (found.length > 0 && found.entry->bearer != sex::unknown) return found.entry->bearer;
            i += std::max(found.length, 1U);
        }
        return sex::unknown;
    }

    const document& doc_;
    const gazetteer& tables_;
    std::vector<name_span>& out_;
    std::span<const std::string_view> words_;
    std::uint32_t first_ = 0;
};

}  // namespace

std::vector<name_span> find_names(const document& doc) {
    std::vector<std::string_view> words;
    words.reserve(doc.tokens.size());
    for (const token& word : doc.tokens) words.push_back(doc.words(word.where));
    std::vector<std::size_t> ends;
    ends.reserve(doc.sentences.size());
    for (const sentence& current : doc.sentences) ends.push_back(current.tokens.last);
    name_tagger tagger;
    const auto labels = tagger.label(words, ends);

    std::vector<name_span> names;
    sentence_reader reader(doc, names);
    for (const sentence& current : doc.sentences) {
        const auto [first, last] = current.tokens;
        reader.read(current, std::span(words).subspan(first, last - first), labels.subspan(first, last - first));
    }
    return names;
}

}  // namespace throughline::entities
