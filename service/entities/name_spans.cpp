#include "entities/name_spans.hpp"

#include "entities/name_clues.hpp"
#include "entities/name_tagger.hpp"
#include "entities/names.hpp"
#include "text/utf8.hpp"

#include <span>
#include <string_view>

namespace throughline::entities {
namespace {

/// A longer run of names is a list whose commas are missing, or no text at all. In bytes.
constexpr std::size_t longest_name = 200;

bool is_capital(std::string_view word) {
    const auto first = text::first_kind(word);
    return first == text::char_kind::upper || first == text::char_kind::letter;
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
    /// `words` are those of a sentence that begins at token `first`.
    sentence_reader(const document& doc, std::uint32_t first, std::span<const std::string_view> words,
                    std::vector<name_span>& out)
        : doc_(doc),
          tables_(gazetteer::instance()),
          words_(words),
          first_(first),
          clues_(doc, first, words),
          out_(out) {}

    /// `labels` holds one a word.
    void read(std::span<const name_label> labels) {
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
            if (at < range.last && !clues_.is_free_dash(at)) continue;
            if (at > part) add_name({part, at}, part == 0 && at < range.last ? entity_kind::place : kind);
            part = at + 1;
        }
    }

    /// The end of a name with the second half of a surname, which the model may leave out or, behind a given name, take
    /// for another person: "Hyde-Smith", "Cindy Hyde-Smith". The corpus that it knows does not part such words.
    std::uint32_t hyphenated_end(token_range name, std::span<const name_label> labels) const {
        const std::uint32_t half = name.last + 1;
        if (half >= words_.size() || words_[name.last] != "-" || clues_.is_free_dash(name.last) ||
            !is_capital(words_[half]))
            return name.last;
        const bool ends_there = half + 1 == words_.size() || !is_inside(labels[half + 1]);
        const bool one_name =
            labels[half] == outside || (labels[half] == begin_of(name_kind::person) && ends_there && name.size() > 1);
        return one_name ? half + 1 : name.last;
    }

    void add_name(token_range range, entity_kind kind) {
        while (!range.empty() && !opens_name(words_[range.first])) ++range.first;
        if (range.first == 0 && range.size() > 1 && clues_.is_function_word(0)) ++range.first;  // "For Almeida, ..."
        while (!range.empty() && !closes_name(words_[range.last - 1])) --range.last;
        if (range.size() == 1 && clues_.is_function_word(range.first)) return;
        token_range rest = range;
        const token_range title = clues_.strip_titles(rest);
        if (rest.empty()) return;  // an office without its holder is no name
        if (kind == entity_kind::person) {
            if (const token_range trimmed = clues_.without_verbs(rest); trimmed.size() < rest.size())
                return add_name(trimmed, kind);
            if (const std::uint32_t office = clues_.inner_office(rest);
                office > rest.first) {  // "Acme Chief Executive Ann Lee"
                push({rest.first, office}, entity_kind::organization, {});
                return add_name({office, rest.last}, kind);
            }
            const std::uint32_t after = clues_.place_before_office(rest);
            if (after > rest.first) {  // "Saudi King Salman", "Ohio Gov. Ann Lee"
                push({rest.first, after}, entity_kind::place, {});
                return add_name({after, range.last}, kind);
            }
            if (title.empty() && clues_.is_rather_a_body(rest)) return push(rest, entity_kind::organization, title);
        }
        if (rest.first > range.first && words_[rest.first] == "of") {  // "Crown Prince of Saudi Arabia"
            while (!rest.empty() && !opens_name(words_[rest.first])) ++rest.first;
            if (!rest.empty()) push(rest, entity_kind::place, {});
            return;
        }
        if (kind == entity_kind::person || clues_.is_rather_a_person(range))
            return push(rest, entity_kind::person, title);
        if (const std::uint32_t office = clues_.inner_office(range);
            office > range.first) {  // "CDC Director Tom Frieden"
            push({range.first, office}, kind, {});
            return add_name({office, range.last}, entity_kind::person);
        }
        if (clues_.splits_at_and(range)) {
            push({range.first, range.first + 1}, kind, {});
            range.first += 2;
        }
        if (const std::uint32_t people = clues_.people_after_region(range); people > range.first) {
            push({range.first, people}, entity_kind::place, {});
            range.first = people;
        }
        push(range, kind, {});
    }

    void push(token_range range, entity_kind kind, token_range title) {
        if (clues_.bytes_of(range) > longest_name) return;
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
            title.first = clues_.title_begin(title);
            name.bearer = clues_.bearer_of(title);
        } else {
            title = {range.first, range.first};
        }
        while (!out_.empty() && out_.back().tokens.last > title.first + first_) out_.pop_back();
        name.tokens = {range.first + first_, range.last + first_};
        name.title = {title.first + first_, title.last + first_};
        out_.push_back(name);
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

    const document& doc_;
    const gazetteer& tables_;
    const std::span<const std::string_view> words_;
    const std::uint32_t first_;
    const name_clues clues_;
    std::vector<name_span>& out_;
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
    for (const sentence& current : doc.sentences) {
        const auto [first, last] = current.tokens;
        sentence_reader(doc, first, std::span(words).subspan(first, last - first), names)
            .read(labels.subspan(first, last - first));
    }
    return names;
}

}  // namespace throughline::entities
