#include "language/trainer/train_lemmas.hpp"

#include "language/lemmatizer.hpp"
#include "language/trainer/wordnet.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <tuple>

namespace throughline::language {
namespace {

constexpr std::size_t fewest_of_ending = 3;    // words that must share an ending before it makes a rule
constexpr std::size_t treebank_weight = 10;    // a sighting in running text against a line of a list
constexpr std::size_t irregular_weight = 500;  // the same for a listed irregular verb form, which annotators get wrong

/// A rule by its content: bytes cut, case kept, text appended.
struct rewrite {
    std::size_t strip = 0;
    bool keeps_case = false;
    std::string append;

    auto operator<=>(const rewrite&) const = default;
};

std::size_t common_prefix(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
    while (n > 0 && ((n < a.size() && (static_cast<unsigned char>(a[n]) & 0xc0) == 0x80) ||
                     (n < b.size() && (static_cast<unsigned char>(b[n]) & 0xc0) == 0x80)))
        --n;
    return n;
}

rewrite rewrite_of(const std::string& form, const std::string& lemma) {
    const auto lower = text::lower(form);
    const auto kept = common_prefix(form, lemma), lowered = common_prefix(lower, lemma);
    const bool keeps_case = kept > lowered;
    const auto prefix = std::max(kept, lowered);
    if (prefix == 0) return {lemma_rule::whole_word, false, lemma};
    return {form.size() - prefix, keeps_case, lemma.substr(prefix)};
}

struct tally {
    std::map<rewrite, std::size_t> counts;

    const rewrite& best() const {
        return std::max_element(counts.begin(), counts.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }
};

class learner {
public:
    void see(const std::string& form, const std::string& lemma, xpos tag, std::size_t weight) {
        const auto lower = text::lower(form);
        if (lower.size() > 60 || lemma.size() > 30) return;
        const auto how = rewrite_of(form, lemma);
        words_[{tag, lower}].counts[how] += weight;
    }

    model_writer finish() {
        for (const auto& [key, seen] : words_) {
            const auto& [tag, lower] = key;
            const auto& how = seen.best();
            if (how.strip == lemma_rule::whole_word) continue;
            for (std::size_t n = 0; n <= std::min(lower.size(), lemmatizer::longest_ending); ++n) {
                const auto ending = lower.substr(lower.size() - n);
                if (how.strip <= n + 2) ++endings_[{tag, ending}].counts[how];
            }
        }
        std::erase_if(endings_, [](const auto& row) {
            std::size_t count = 0;
            for (const auto& [how, words] : row.second.counts) count += words;
            return !row.first.second.empty() && count < fewest_of_ending;
        });
        std::vector<std::pair<hash, std::uint32_t>> ending_rows, word_rows;
        for (const auto& [key, seen] : endings_) {
            const auto& [tag, ending] = key;
            if (ending.empty() || seen.best() != from_shorter(tag, ending))
                ending_rows.emplace_back(lemmatizer::ending_key(ending, tag), number(seen.best()));
        }
        for (const auto& [key, seen] : words_) {
            const auto& [tag, lower] = key;
            if (seen.best() != from_endings(tag, lower))
                word_rows.emplace_back(lemmatizer::key(lower, tag), number(seen.best()));
        }
        std::cerr << "lemmas: " << rules_.size() << " rules, " << ending_rows.size() << " endings, " << word_rows.size()
                  << " exceptions\n";
        model_writer out(lemmatizer::version);
        out.add("rules", rules_);
        out.add_bytes("text", text_);
        out.add("words", make_word_table(word_rows));
        out.add("endings", make_word_table(ending_rows));
        return out;
    }

private:
    /// The rule that the endings shorter than this one give.
    rewrite from_shorter(xpos tag, const std::string& ending) const {
        return from_endings(tag, ending, ending.size() - 1);
    }

    rewrite from_endings(xpos tag, const std::string& lower, std::size_t longest = lemmatizer::longest_ending) const {
        for (auto n = std::min(lower.size(), longest);; --n) {
            const auto found = endings_.find({tag, lower.substr(lower.size() - n)});
            if (found != endings_.end()) return found->second.best();
            if (n == 0) return {};
        }
    }

    std::uint32_t number(const rewrite& how) {
        const auto [it, added] = numbers_.emplace(how, static_cast<std::uint32_t>(rules_.size()));
        if (added) {
            rules_.push_back({static_cast<std::uint8_t>(how.strip), static_cast<std::uint8_t>(how.keeps_case),
                              static_cast<std::uint16_t>(how.append.size()), static_cast<std::uint32_t>(text_.size())});
            text_ += how.append;
        }
        return it->second;
    }

    std::map<std::pair<xpos, std::string>, tally> words_;
    std::map<std::pair<xpos, std::string>, tally> endings_;
    std::map<rewrite, std::uint32_t> numbers_;
    std::vector<lemma_rule> rules_;
    std::string text_;
};

}  // namespace

model_writer train_lemmas(const std::vector<gold_sentence>& treebank, const std::filesystem::path& wordnet) {
    learner rules;
    for (const auto& s : treebank)
        for (const auto& w : s.words)
            if (!w.lemma.empty() && w.penn) rules.see(w.form, w.lemma, *w.penn, treebank_weight);
    if (!wordnet.empty())
        for (const auto& f : read_wordnet(wordnet))
            rules.see(f.form, f.lemma, f.tag, f.irregular_verb ? irregular_weight : 1);
    return rules.finish();
}

}  // namespace throughline::language
