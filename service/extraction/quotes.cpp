#include "extraction/quotes.hpp"

#include "extraction/acting_names.hpp"
#include "extraction/quotation_marks.hpp"
#include "extraction/syntax.hpp"
#include "extraction/tables.hpp"

#include <algorithm>
#include <optional>

namespace throughline::extraction {
namespace {

/// Words between quotation marks and their cue ("Trump", ",", "said"); farther verbs report something else.
constexpr std::uint32_t reach_after = 14;
constexpr std::uint32_t reach_before = 25;
/// Words between a reporting verb and its "that".
constexpr std::uint32_t reach_of_that = 8;
/// Words before a name with which a sentence begins: "But Senator".
constexpr std::uint32_t reach_of_name = 4;
/// Words of the phrase with which a source begins: "the Gazette's political editor Ann Lee".
constexpr std::uint32_t longest_phrase = 8;
/// Longest description of a source that is kept.
constexpr std::uint32_t longest_source = 30;

/// Whether a clause can say what is said: "criticised a plan that many reject" reports no words.
bool takes_clause(std::string_view lemma) {
    static const auto without = read_words("service/extraction/data/clauseless_verbs.tsv");
    return !without.contains(lemma);
}

/// "on claims that he left": the clause is what the noun says, not the verb before it.
bool gives_content(std::string_view noun) {
    static const auto nouns = read_words("service/extraction/data/content_nouns.tsv");
    return nouns.contains(noun);
}

class quote_finder {
public:
    explicit quote_finder(document& doc)
        : doc_(doc),
          tree_(doc),
          types_(current_ontology()),
          ranges_(quoted_ranges(doc)),
          inside_(doc.tokens.size(), false),
          direct_cue_(doc.tokens.size(), false) {
        for (const token_range& range : ranges_)
            std::fill(inside_.begin() + range.first, inside_.begin() + range.last, true);
    }

    void find() {
        for (const token_range& range : ranges_) add_direct(range);
        for (std::uint32_t t = 0; t < doc_.tokens.size(); ++t) {
            if (inside_[t]) continue;
            if (tree_.is_verb(t) && types_.is_speech_verb(tree_.word(t)) && takes_clause(tree_.lemma(t)))
                add_reported(t);
            if (tree_.lemma(t) == "accord" || doc_.word(t) == "according" || doc_.word(t) == "According")
                add_according(t);
        }
        std::stable_sort(doc_.quotes.begin(), doc_.quotes.end(), [](const quote& left, const quote& right) {
            return left.content.begin < right.content.begin;
        });
    }

private:
    bool is_cue(std::uint32_t t) const {
        return !inside_[t] && tree_.is_verb(t) && types_.is_speech_verb(tree_.word(t));
    }

    /// The reporting verb nearest to the quotation in its own sentences; none for words in mere quotation marks.
    std::uint32_t cue_of(token_range range) const {
        const std::uint32_t last_sentence = doc_.tokens[range.last - 1].sentence;
        std::uint32_t after = none;
        for (std::uint32_t t = range.last; t < doc_.tokens.size() && t < range.last + reach_after; ++t) {
            if (doc_.tokens[t].sentence != last_sentence) break;
            if (is_cue(t)) {
                after = t;
                break;
            }
        }
        std::uint32_t before = none;
        const std::uint32_t first_sentence = doc_.tokens[range.first].sentence;
        for (std::uint32_t t = range.first; t-- > 0 && range.first - t < reach_before;) {
            if (doc_.tokens[t].sentence != first_sentence) break;
            if (is_cue(t)) {
                before = t;
                break;
            }
        }
        if (after == none || before == none) return after == none ? before : after;
        // A quotation that ends its clause with a comma is reported by what follows; else by what leads up to it.
        const bool comma = doc_.tokens[range.last - 1].penn == xpos::comma;
        return comma || after - range.last < range.first - before ? after : before;
    }

    void describe_speaker(quote& said, std::uint32_t source) const {
        if (source == none) return;
        std::uint32_t person = person_in_apposition(tree_, source);
        if (person == none) person = person_behind_office(tree_, source);
        const std::uint32_t mention = person != none ? tree_.mention_at(person) : tree_.named_by(source);
        if (mention != none &&
            (person != none || (!merely_describes(tree_, mention, source) && !opens_description(tree_, source))))
            said.speaker = doc_.entity_mentions[mention].entity;
        token_range words = tree_.subtree(source);
        if (words.size() > longest_source || words.contains(said.cue)) words = {source, source + 1};
        while (words.size() > 1 && doc_.tokens[words.last - 1].pos == upos::punct) --words.last;
        said.speaker_text = std::string(doc_.words(doc_.extent(words)));
    }

    std::uint32_t source_of(std::uint32_t cue) const {
        if (const std::uint32_t subject = tree_.logical_subject(cue); subject != none && !inside_[subject])
            return subject;
        if (const std::uint32_t name = named_before_comma(cue); name != none) return name;
        // The parser may miss an inverted subject: the name that leans on the verb speaks; behind "told" it listens.
        if (tree_.lemma(cue) == "tell") return none;
        const auto leans = [&](std::uint32_t t) {
            return t < doc_.tokens.size() && doc_.tokens[t].sentence == doc_.tokens[cue].sentence && !inside_[t];
        };
        if (cue > 0 && leans(cue - 1) && doc_.tokens[cue - 1].pos == upos::pron) return cue - 1;
        for (const std::uint32_t t : {cue + 1, cue + 2, cue - std::min(cue, 1U)})
            if (leans(t) && tree_.mention_at(t) != none && (t != cue + 2 || doc_.tokens[cue + 1].pos != upos::adp))
                return owned_by(t);
        return none;
    }

    /// "said the Gazette's Ann Lee", "said Ruritania state senator Ann Lee": the last one named in the phrase speaks.
    std::uint32_t owned_by(std::uint32_t name) const {
        std::uint32_t speaker = name;
        const std::uint32_t end =
            std::min<std::uint32_t>(static_cast<std::uint32_t>(doc_.tokens.size()), name + longest_phrase);
        for (std::uint32_t t = name; t < end; ++t) {
            if (!tree_.is_noun(t) && doc_.tokens[t].penn != xpos::pos && tree_.mention_at(t) == none) break;
            if (tree_.mention_at(t) != none) speaker = doc_.entity_mentions[tree_.mention_at(t)].head;
        }
        return speaker;
    }

    /// "Ann Lee, the envoy to Graustark, told …": over an apposition the person with whom the sentence begins speaks.
    std::uint32_t named_before_comma(std::uint32_t cue) const {
        const std::uint32_t first = doc_.sentences[doc_.tokens[cue].sentence].tokens.first;
        if (cue <= first + 2 || doc_.tokens[cue - 1].penn != xpos::comma || cue - first > longest_source) return none;
        for (std::uint32_t t = first; t < first + reach_of_name && t < cue; ++t) {
            const std::uint32_t mention = tree_.mention_at(t);
            if (mention == none || inside_[t]) continue;
            const entity_mention& name = doc_.entity_mentions[mention];
            const bool person = doc_.entities[name.entity].kind == entity_kind::person;
            const bool closed = name.tokens.last < cue && doc_.tokens[name.tokens.last].penn == xpos::comma;
            return person && closed ? name.head : none;
        }
        return none;
    }

    void add_direct(token_range range) {
        while (range.size() > 1 && doc_.tokens[range.last - 1].penn == xpos::comma) --range.last;
        quote said;
        said.direct = true;
        said.content = doc_.extent(range);
        said.cue = cue_of(range);
        if (said.cue != none) {
            direct_cue_[said.cue] = true;
            describe_speaker(said, source_of(said.cue));
        } else if (const quote* previous = continued(range)) {
            said.cue = quote::no_cue;
            said.speaker = previous->speaker;
            said.speaker_text = previous->speaker_text;
        } else {
            return;
        }
        doc_.quotes.push_back(std::move(said));
    }

    /// A whole quoted sentence without a cue goes on with what the speaker of the quotation before it says.
    const quote* continued(token_range range) const {
        if (doc_.quotes.empty()) return nullptr;
        const sentence& here = doc_.sentences[doc_.tokens[range.first].sentence];
        if (range.first > here.tokens.first + 1) return nullptr;
        const quote& previous = doc_.quotes.back();
        const auto at = std::upper_bound(doc_.sentences.begin(), doc_.sentences.end(), previous.content.begin,
                                         [](std::uint32_t begin, const sentence& s) { return begin < s.where.end; });
        if (at == doc_.sentences.end() || at->paragraph + 1 < here.paragraph) return nullptr;
        return &previous;
    }

    void add_reported(std::uint32_t cue) {
        std::uint32_t content = tree_.child(cue, deprel::ccomp);
        token_range words;
        if (content != none) {
            words = tree_.subtree(content);
        } else if (universal(tree_.at(cue).relation) == deprel::parataxis && tree_.at(cue).head != none &&
                   tree_.child(cue, deprel::obj) == none && tree_.child(cue, deprel::cc) == none) {
            // "The dam holds, engineers say": the report hangs on what is reported.
            content = tree_.at(cue).head;
            words = without(tree_.subtree(content), tree_.subtree(cue));
        }
        if (content == none) words = clause_after_that(cue);
        if (words.empty() || direct_cue_[cue]) return;
        words = without(words, {cue, cue + 1});
        add(words, cue, source_of(cue));
    }

    /// "told reporters that …" where the tree loses the clause: from "that" to the sentence's end.
    token_range clause_after_that(std::uint32_t cue) const {
        const std::uint32_t end = doc_.sentences[doc_.tokens[cue].sentence].tokens.last;
        for (std::uint32_t t = cue + 1; t < end && t <= cue + reach_of_that; ++t)
            if (doc_.word(t) == "that" && doc_.tokens[t].penn != xpos::dt && doc_.tokens[t].penn != xpos::wdt &&
                !gives_content(tree_.lemma(t - 1)))
                return {t + 1, end};
        return {};
    }

    void add_according(std::uint32_t cue) {
        std::uint32_t source = none;
        if (tree_.at(cue).relation == deprel::case_) source = tree_.at(cue).head;
        if (source == none) source = tree_.child(cue, deprel::obl);
        if (source == none) source = tree_.child(cue, deprel::obj);
        if (source == none || direct_cue_[cue]) return;
        const token_range all = doc_.sentences[doc_.tokens[cue].sentence].tokens;
        token_range phrase = tree_.subtree(source);
        phrase.first = std::min(phrase.first, cue);
        add(without(all, phrase), cue, source);
    }

    void add(token_range words, std::uint32_t cue, std::uint32_t source) {
        while (!words.empty() && doc_.tokens[words.last - 1].pos == upos::punct) --words.last;
        while (!words.empty() && doc_.tokens[words.first].pos == upos::punct) ++words.first;
        if (words.size() < 2) return;
        quote said;
        said.cue = cue;
        said.content = doc_.extent(words);
        describe_speaker(said, source);
        doc_.quotes.push_back(std::move(said));
    }

    /// The longer part of a range that a hole leaves.
    static token_range without(token_range range, token_range hole) {
        if (!range.overlaps(hole)) return range;
        const token_range left{range.first, std::max(range.first, hole.first)};
        const token_range right{std::min(range.last, hole.last), range.last};
        return left.size() >= right.size() ? left : right;
    }

    document& doc_;
    syntax tree_;
    const ontology& types_;
    std::vector<token_range> ranges_;
    std::vector<bool> inside_;      ///< tokens between quotation marks
    std::vector<bool> direct_cue_;  ///< tokens that report words between quotation marks
};

}  // namespace

void find_quotes(document& doc) {
    doc.quotes.clear();
    quote_finder(doc).find();
}

}  // namespace throughline::extraction
