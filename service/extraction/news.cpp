#include "extraction/news.hpp"

#include "extraction/tables.hpp"
#include "extraction/time_adverbs.hpp"
#include "extraction/time_hints.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

using std::chrono::days;

/// The lead of a report: where its news and its day stand.
constexpr std::uint32_t lead_sentences = 6;
/// News is told within days; what lies further back is recalled.
constexpr days news_window{3};
constexpr int longest_climb = 6;

/// The first sentence with a verb: what stands before is a dateline or a heading.
std::uint32_t first_telling(const syntax& tree) {
    const auto& sentences = tree.doc().sentences;
    const auto tells = [&](const sentence& one) {
        for (std::uint32_t t = one.tokens.first; t < one.tokens.last; ++t)
            if (tree.is_verb(t)) return true;
        return false;
    };
    const auto first = std::find_if(sentences.begin(), sentences.end(), tells);
    return first == sentences.end() ? 0 : static_cast<std::uint32_t>(first - sentences.begin());
}

}  // namespace

news_reader::news_reader(const document& doc, const syntax& tree, const ontology& types,
                         const std::vector<trigger_match>& matches)
    : doc_(doc),
      tree_(tree),
      types_(types),
      matches_(matches),
      flashbacks_(find_flashbacks(tree)),
      lead_(first_telling(tree)) {
    news_day_ = find_news_day();
}

std::optional<day> news_reader::find_news_day() const {
    std::optional<day> latest;
    bool today = false;
    for (std::uint32_t i = 0; i < matches_.size(); ++i) {
        const event_time& time = doc_.mentions[i].time;
        const bool one_day = time.first && time.first == time.last;
        if (!one_day || *time.first > doc_.published || doc_.published - *time.first > news_window) continue;
        const bool before_news = told(i) == tense::pluperfect && *time.first < doc_.published;
        const bool leads = sentence_of(i) < lead_ + lead_sentences && !before_news;
        if (leads && (!latest || *latest < *time.first)) latest = time.first;
        today = today || *time.first + days(before_news ? 1 : 0) == doc_.published;
    }
    return latest || !today ? latest : doc_.published;
}

bool news_reader::is_news(std::uint32_t i) const {
    const std::uint32_t predicate = matches_[i].predicate();
    if (in_quotation(i) || lies_back(tree_, predicate) || tells_another_day(tree_, predicate)) return false;
    if (in_flashback(i) || is_recalled(i) || goes_on_from_earlier(i)) return false;
    const bool opens = sentence_of(i) <= lead_ && tree_.at(predicate).relation == deprel::root;
    const bool speech = types_.types()[matches_[i].type].speech;
    const tense when = told(i);
    return when == tense::past ? speech || opens : opens && when == tense::perfect;
}

/// "the general, who warned of this", "after he warned of this": a clause behind the lead that recalls what somebody is
/// known for, or what came before.
bool news_reader::is_recalled(std::uint32_t i) const {
    const std::uint32_t predicate = matches_[i].predicate();
    std::uint32_t clause = predicate;
    for (int step = 0; step < longest_climb && clause != none; ++step, clause = tree_.at(clause).head)
        if (opens_after(tree_, clause)) return true;
    if (sentence_of(i) <= lead_ || tree_.quote_by_cue(predicate) != none) return false;
    const std::uint32_t subject = tree_.child(predicate, deprel::nsubj);
    return tree_.at(predicate).relation == deprel::acl_relcl && subject != none && tree_.antecedent(subject) != subject;
}

/// Told with the older time that a sentence before has opened. What somebody says of that time may well be news.
bool news_reader::in_flashback(std::uint32_t i) const {
    static const auto telling = read_words("service/extraction/data/telling_verbs.tsv");
    const scene told_of = flashbacks_[sentence_of(i)];
    if (told_of != scene::ordered && told_of != scene::dated) return false;
    if (!telling.contains(tree_.lemma(matches_[i].token))) return true;
    const std::uint32_t told = tree_.quote_by_cue(matches_[i].token);
    return told_of == scene::dated && told != none && !doc_.quotes[told].direct;
}

/// "first denied it, but then admitted it": told with what had been said earlier.
bool news_reader::goes_on_from_earlier(std::uint32_t i) const {
    const token& word = tree_.at(matches_[i].predicate());
    return word.relation == deprel::conj && word.head != none && lies_back(tree_, word.head);
}

bool news_reader::in_quotation(std::uint32_t i) const {
    return doc_.mentions[i].quote && tree_.quote_by_cue(matches_[i].token) == none;
}

bool opens_after(const syntax& tree, std::uint32_t clause) {
    if (universal(tree.at(clause).relation) != deprel::advcl) return false;
    const std::uint32_t mark = tree.child(clause, deprel::mark);
    return mark != none && tree.lemma(mark) == "after";
}

}  // namespace throughline::extraction
