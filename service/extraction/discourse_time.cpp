#include "extraction/discourse_time.hpp"

#include "extraction/news.hpp"
#include "extraction/time_adverbs.hpp"
#include "temporal/edtf.hpp"

#include <algorithm>
#include <optional>

namespace throughline::extraction {
namespace {

using std::chrono::days;

constexpr days background_age{14};
constexpr days recent{7};
/// How many mentions back the same event or speaker is looked for.
constexpr std::uint32_t look_back = 200;
/// Words before an expression that still opens its sentence: "In Ghent on Tuesday, …".
constexpr std::uint32_t opening_words = 4;

class discourse_dater {
public:
    discourse_dater(document& doc, const syntax& tree, const ontology& types, const std::vector<trigger_match>& matches)
        : doc_(doc),
          tree_(tree),
          types_(types),
          matches_(matches),
          news_(doc, tree, types, matches),
          mention_at_(doc.tokens.size(), none) {
        for (std::uint32_t i = 0; i < matches.size(); ++i) mention_at_[matches[i].token] = i;
    }

    void run() {
        for (std::uint32_t i = 0; i < matches_.size(); ++i)
            if (!mention(i).time.dated()) take_from_other_mention(i);
        for (std::uint32_t i = 0; i < matches_.size(); ++i) {
            if (!mention(i).time.dated()) bound_by_order_words(i);
            if (!mention(i).time.dated() && !take_from_governor(i)) bound_by_report(i);
            mention(i).background = is_background(i);
        }
    }

private:
    event_mention& mention(std::uint32_t i) { return doc_.mentions[i]; }
    const event_type& type(std::uint32_t i) const { return types_.types()[matches_[i].type]; }
    std::uint32_t sentence_of(std::uint32_t i) const { return tree_.at(matches_[i].token).sentence; }
    std::uint32_t paragraph_of(std::uint32_t i) const { return doc_.sentences[sentence_of(i)].paragraph; }

    void set(std::uint32_t i, std::optional<day> first, std::optional<day> last, time_basis basis) {
        event_time& time = mention(i).time;
        if (first && last && *first > *last) first = last;
        time.first = first;
        time.last = last;
        time.basis = time.dated() ? basis : time_basis::none;
        time.unit = first && last ? granularity::day : granularity::none;
        time.edtf = temporal::to_edtf(first, last, granularity::day);
    }

    /// Whether all who act or suffer in one mention take part in the other.
    bool is_among(std::uint32_t i, std::uint32_t j) {
        const auto& others = mention(j).participants;
        return std::all_of(
            mention(i).participants.begin(), mention(i).participants.end(), [&](const mention_participant& part) {
                const bool counts = part.role == participant_role::actor || part.role == participant_role::recipient;
                return !counts || std::any_of(others.begin(), others.end(), [&](const mention_participant& other) {
                    return other.entity == part.entity;
                });
            });
    }

    std::optional<std::uint32_t> first_actor(std::uint32_t i) {
        for (const mention_participant& part : mention(i).participants)
            if (part.role == participant_role::actor) return part.entity;
        return std::nullopt;
    }

    bool is_definite_noun(std::uint32_t i) const {
        return matches_[i].word_class == trigger_class::noun && is_definite(tree_, matches_[i].token);
    }

    void take_from_other_mention(std::uint32_t i) {
        if (take_from_governor(i) || take_from_frame(i)) return;
        if (is_definite_noun(i)) return take_from_same_event(i);
        if (type(i).speech && mention(i).status == event_status::occurred) return take_from_same_speaker(i);
    }

    /// "said on Monday after a call", "said on Monday that he had just met her", "said on Monday it was leaving": the
    /// same day, days at most a week old.
    bool take_from_governor(std::uint32_t i) {
        const bool noun = matches_[i].word_class == trigger_class::noun && matches_[i].light == none;
        const std::uint32_t predicate = matches_[i].predicate();
        const std::uint32_t governor = tree_.at(predicate).head;
        const std::uint32_t j = governor == none ? none : mention_at_[governor];
        if (j == none || j == i || !mention(j).time.first || !mention(j).time.last) return false;
        const event_time& time = mention(j).time;
        if (*time.last - *time.first > days(1) || doc_.published - *time.first > recent || *time.first > doc_.published)
            return false;
        const bool after = noun && type(i).symmetric && follows_word(predicate, "after");
        const bool just = !noun && has_adverb(tree_, predicate, "just");
        const bool announced = !noun && type(j).speech && is_under_way(predicate);
        if (!after && !just && !announced) return false;
        mention(i).time = time;
        mention(i).time.basis = std::max(time.basis, time_basis::linked);
        return true;
    }

    /// "said that it was leaving": told as going on when it was said.
    bool is_under_way(std::uint32_t predicate) const {
        const token& word = tree_.at(predicate);
        const auto below = tree_.children(predicate);
        return word.penn == xpos::vbg && word.relation == deprel::ccomp &&
               std::any_of(below.begin(), below.end(),
                           [&](std::uint32_t c) { return tree_.at(c).lemma == "be" && tree_.at(c).penn == xpos::vbd; });
    }

    /// "Last week A did this. B also did that.": what opens one sentence frames the next that says "also".
    bool take_from_frame(std::uint32_t i) {
        if (!has_adverb(tree_, matches_[i].predicate(), "also") && !clause_has_adverb(i, "also")) return false;
        for (std::uint32_t j = i; j-- > 0 && i - j <= look_back && sentence_of(j) + 2 >= sentence_of(i);) {
            if (sentence_of(j) == sentence_of(i) || !mention(j).timex || told(j) == tense::future) continue;
            const timex& frame = doc_.timexes[*mention(j).timex];
            if (frame.tokens.first > doc_.sentences[sentence_of(j)].tokens.first + opening_words) continue;
            mention(i).time = mention(j).time;
            mention(i).time.basis = time_basis::linked;
            return true;
        }
        return false;
    }

    /// The adverb may stand with the verb above a participle: "also joined Norway in demanding".
    bool clause_has_adverb(std::uint32_t i, std::string_view word) const {
        const std::uint32_t predicate = matches_[i].predicate();
        const std::uint32_t governor = tree_.at(predicate).head;
        const deprel relation = universal(tree_.at(predicate).relation);
        const bool part = relation == deprel::advcl || relation == deprel::xcomp || relation == deprel::conj;
        return part && governor != none && has_adverb(tree_, governor, word);
    }

    bool follows_word(std::uint32_t noun, std::string_view preposition) const {
        const std::uint32_t own = tree_.preposition(noun);
        return own != none && tree_.lemma(own) == preposition;
    }

    /// "the call" is the call that was told last, where that is dated.
    void take_from_same_event(std::uint32_t i) {
        for (std::uint32_t j = i; j-- > 0 && i - j <= look_back;) {
            const event_mention& other = mention(j);
            if (other.type != mention(i).type || other.status != mention(i).status || !is_among(i, j)) continue;
            if (other.time.basis != time_basis::expression && other.time.basis != time_basis::linked) return;
            mention(i).time = other.time;
            mention(i).time.basis = time_basis::linked;
            return;
        }
    }

    /// A speaker who goes on in the same paragraph or the next speaks on the same day.
    void take_from_same_speaker(std::uint32_t i) {
        if (i == 0 || told(i) != tense::past || lies_back(tree_, matches_[i].predicate())) return;
        const std::optional<std::uint32_t> speaker = first_actor(i);
        if (!speaker) return;
        for (std::uint32_t j = i; j-- > 0 && i - j <= look_back && paragraph_of(j) + 1 >= paragraph_of(i);) {
            if (!type(j).speech || first_actor(j) != speaker || told(j) != tense::past) continue;
            if (mention(j).time.basis != time_basis::expression && mention(j).time.basis != time_basis::linked) return;
            mention(i).time = mention(j).time;
            mention(i).time.basis = time_basis::linked;
            return;
        }
    }

    tense told(std::uint32_t i) const { return tense_of(tree_, matches_[i].predicate()); }

    /// Mention at the head of a phrase or clause that an order word introduces below the predicate.
    void bound_by_order_words(std::uint32_t i) {
        for (const std::uint32_t c : tree_.children(matches_[i].predicate())) {
            if (mention_at_[c] == none || !mention(mention_at_[c]).time.dated()) continue;
            const event_time& other = mention(mention_at_[c]).time;
            for (const std::uint32_t below : tree_.children(c)) {
                const deprel relation = tree_.at(below).relation;
                if (relation != deprel::case_ && relation != deprel::mark) continue;
                const std::string_view word = tree_.lemma(below);
                if ((word == "after" || word == "since" || word == "follow" || word == "following") && other.first)
                    return set(i, other.first, doc_.published, time_basis::linked);
                if ((word == "before" || word == "ahead") && other.last)
                    return set(i, std::nullopt, other.last, time_basis::none);
            }
        }
    }

    void bound_by_report(std::uint32_t i) {
        const day published = doc_.published;
        const std::optional<day> since = earliest_by_content(i);
        if (mention(i).status == event_status::planned) return set(i, published, std::nullopt, time_basis::publication);
        if (matches_[i].word_class == trigger_class::noun && matches_[i].light == none)
            return set(i, since, told_before(i), since ? time_basis::linked : time_basis::none);
        if (!news_.is_news(i)) return set(i, since, told_before(i), since ? time_basis::linked : time_basis::none);
        set(i, news_.news_day().value_or(published - days(1)), published, time_basis::publication);
    }

    /// What is denied, answered or spoken of has happened before: its first day bounds the speech from below.
    std::optional<day> earliest_by_content(std::uint32_t i) {
        std::optional<day> earliest;
        if (!type(i).speech) return earliest;
        for (const mention_link& link : mention(i).links) {
            const event_mention& target = mention(link.target);
            const bool founded = target.time.basis == time_basis::expression || target.time.basis == time_basis::linked;
            const bool told_of =
                link.kind == relation::denies || link.kind == relation::responds_to || link.kind == relation::about;
            const bool narrow = target.time.unit >= granularity::month;
            if (!told_of || !founded || !narrow || target.status == event_status::planned || !target.time.first)
                continue;
            if (*target.time.first <= doc_.published && (!earliest || *earliest < *target.time.first))
                earliest = target.time.first;
        }
        return earliest;
    }

    /// What a dated clause speaks of as known, or as what it came after, lies no later than the clause.
    day told_before(std::uint32_t i) {
        const std::uint32_t predicate = matches_[i].predicate();
        const bool noun = matches_[i].word_class == trigger_class::noun && matches_[i].light == none;
        const std::uint32_t clause = noun                            ? tree_.clause_of(matches_[i].token)
                                     : opens_after(tree_, predicate) ? tree_.at(predicate).head
                                                                     : none;
        const std::uint32_t j = clause == none ? none : mention_at_[clause];
        if (j == none || j == i || mention(j).status == event_status::planned) return doc_.published;
        const event_time& other = mention(j).time;
        return other.last && *other.last < doc_.published ? *other.last : doc_.published;
    }

    bool is_background(std::uint32_t i) {
        const event_time& time = mention(i).time;
        if (time.last && doc_.published - *time.last > background_age) return true;
        if (time.basis == time_basis::expression) return false;
        return told(i) == tense::pluperfect || lies_back(tree_, matches_[i].predicate());
    }

    document& doc_;
    const syntax& tree_;
    const ontology& types_;
    const std::vector<trigger_match>& matches_;
    news_reader news_;
    std::vector<std::uint32_t> mention_at_;
};

}  // namespace

void date_by_discourse(document& doc, const syntax& tree, const ontology& types,
                       const std::vector<trigger_match>& matches) {
    discourse_dater(doc, tree, types, matches).run();
}

}  // namespace throughline::extraction
