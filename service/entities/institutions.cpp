#include "entities/roster.hpp"
#include "resources/rows.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

/// How far back, in sentences, an institution counts as named close by where several of its kind are named.
constexpr std::uint32_t near_sentences = 2;
constexpr std::size_t most_of_a_kind = 16;  ///< kept in mind; keeps a hostile text from costing its square
/// Words from an article to its noun: "a small private hospital".
constexpr std::uint32_t reach_of_article = 3;
constexpr std::uint32_t nobody = 0xffffffff;  ///< an institution without a name: "a hospital"

/// Noun of the institution by the last word of its name.
using kind_table = std::unordered_map<std::string_view, std::string_view>;

struct kinds {
    kind_table by_noun;  ///< each noun, itself
    kind_table by_last_word;
};

const kinds& tables() {
    static const auto read = [] {
        kinds all;
        for (const auto& row : resources::rows("service/entities/data/institutions.tsv")) {
            all.by_noun.emplace(row.at(0), row.at(0));
            for (std::string_view words = row.at(1); !words.empty();) {
                const auto end = std::min(words.find(','), words.size());
                all.by_last_word.emplace(words.substr(0, end), row.at(0));
                words.remove_prefix(std::min(end + 1, words.size()));
            }
        }
        return all;
    }();
    return read;
}

std::string_view look_up(const kind_table& table, std::string_view word) {
    const auto found = table.find(word);
    return found == table.end() ? std::string_view{} : found->second;
}

bool is_article(std::string_view word) { return word == "the" || word == "The"; }

/// Walks the text once with the institutions named or meant so far, latest last.
class institution_linker {
public:
    explicit institution_linker(roster& work) : work_(work) {}

    void run() {
        const auto& tokens = work_.doc.tokens;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < tokens.size();) {
            while (next < work_.names.size() && work_.names[next].tokens.first < i) ++next;
            if (next < work_.names.size() && work_.names[next].tokens.first == i) {
                named(work_.names[next]);
                i = work_.names[next].tokens.last;
                continue;
            }
            if (tokens[i].pos == upos::noun)
                if (const auto kind = look_up(tables().by_noun, work_.doc.word(i)); !kind.empty()) described(i, kind);
            ++i;
        }
    }

private:
    struct seen {
        std::uint32_t entity = nobody;
        std::uint32_t sentence = 0;
    };

    void named(const name_span& name) {
        if (name.kind != entity_kind::organization && name.kind != entity_kind::place) return;
        if (name.tokens.last - name.tokens.first < 2) return;
        const auto last = text::lower(work_.doc.word(name.tokens.last - 1));
        if (const auto kind = look_up(tables().by_last_word, last); !kind.empty())
            note(kind, name.entity, name.tokens.first);
    }

    void note(std::string_view kind, std::uint32_t entity, std::uint32_t token) {
        auto& known = by_kind_[kind];
        std::erase_if(known, [&](const seen& one) { return one.entity == entity; });
        if (known.size() == most_of_a_kind) known.erase(known.begin());
        known.push_back({entity, work_.doc.tokens[token].sentence});
    }

    void described(std::uint32_t token, std::string_view kind) {
        if (is_introduced(token)) return note(kind, nobody, token);
        if (token == 0 || !is_article(work_.doc.word(token - 1)) || is_told_apart(token + 1)) return;
        const std::uint32_t entity = meant(kind, work_.doc.tokens[token].sentence);
        if (entity == nobody) return;
        work_.references.push_back({{token, token + 1}, token, entity, false});
        note(kind, entity, token);
    }

    /// "a hospital", "another private hospital".
    bool is_introduced(std::uint32_t token) const {
        for (std::uint32_t back = 1; back <= std::min(token, reach_of_article); ++back) {
            const throughline::token& before = work_.doc.tokens[token - back];
            const std::string_view word = work_.doc.word(token - back);
            if (word == "a" || word == "an" || word == "A" || word == "An" || word == "another") return true;
            if (before.pos != upos::adj && before.pos != upos::noun && before.pos != upos::propn) return false;
        }
        return false;
    }

    /// "the hospital spokesman" and "the hospital of the town" mean something else, or say themselves which.
    bool is_told_apart(std::uint32_t next) const {
        if (next >= work_.doc.tokens.size()) return false;
        const upos pos = work_.doc.tokens[next].pos;
        const std::string_view word = work_.doc.word(next);
        return pos == upos::noun || pos == upos::propn || word == "-" || word == "of" || word == "where" ||
               word == "that" || word == "which";
    }

    /// The one of the kind; of several the last one, where no other was named close by.
    std::uint32_t meant(std::string_view kind, std::uint32_t sentence) const {
        const auto found = by_kind_.find(kind);
        if (found == by_kind_.end()) return nobody;
        const auto& known = found->second;
        if (known.size() == 1) return known.back().entity;
        const bool near = known.back().sentence + near_sentences >= sentence;
        const bool contested = known[known.size() - 2].sentence + near_sentences >= sentence;
        return near && !contested ? known.back().entity : nobody;
    }

    roster& work_;
    std::unordered_map<std::string_view, std::vector<seen>> by_kind_;
};

}  // namespace

void link_institutions(roster& work) { institution_linker(work).run(); }

}  // namespace throughline::entities
