#include "extraction/links.hpp"

#include "extraction/binding_verbs.hpp"
#include "extraction/denied_plans.hpp"
#include "extraction/event_anaphors.hpp"
#include "extraction/tables.hpp"

#include <algorithm>
#include <string>

namespace throughline::extraction {
namespace {

constexpr int longest_climb = 8;
/// How many mentions back the criticism is looked for that another one goes on with.
constexpr std::uint32_t look_back = 50;
/// Events of a quotation that its speech act is taken to be about; what follows is told, not spoken of.
constexpr std::uint32_t most_spoken_of = 3;

ties connective(std::string_view word) {
    static const tie_table table = read_ties("service/extraction/data/connectives.tsv");
    return table.equal_range(word);
}

/// "involvement", "role": nouns through which one denies the event that they are of or in.
bool deniable(std::string_view lemma) {
    static const auto nouns = read_words("service/extraction/data/deniable_nouns.tsv");
    return nouns.contains(lemma);
}

class linker {
public:
    linker(document& doc, const syntax& tree, const ontology& types, const std::vector<trigger_match>& matches)
        : doc_(doc),
          tree_(tree),
          types_(types),
          matches_(matches),
          mention_at_(doc.tokens.size(), none),
          spoken_of_(matches.size(), 0) {
        for (std::uint32_t i = 0; i < matches.size(); ++i)
            if (matches[i].light != none) mention_at_[matches[i].light] = i;
        for (std::uint32_t i = 0; i < matches.size(); ++i) mention_at_[phrase_head(tree, types, matches[i])] = i;
        for (std::uint32_t i = 0; i < matches.size(); ++i) mention_at_[matches[i].token] = i;
        for (std::uint32_t i = 0; i < matches.size(); ++i) stand_for(i);
    }

    void run() {
        for (std::uint32_t j = 0; j < matches_.size(); ++j) climb(j, matches_[j].predicate(), matches_[j].token);
        for (const event_anaphor& one : find_event_anaphors(tree_, types_, matches_))
            climb(one.target, one.token, one.token);
        for (const denied_plan& one : find_denied_plans(tree_, types_, matches_, doc_.mentions))
            add(one.denial, relation::denies, one.plan, words(matches_[one.denial].token, one.token));
        for (std::uint32_t j = 0; j < matches_.size(); ++j) speak_of(j);
        for (std::uint32_t i = 1; i < matches_.size(); ++i) elaborate(i);
        for (event_mention& mention : doc_.mentions) {
            std::sort(mention.links.begin(), mention.links.end(),
                      [](const mention_link& left, const mention_link& right) {
                          return std::pair(left.target, left.kind) < std::pair(right.target, right.kind);
                      });
            const auto same = [](const mention_link& left, const mention_link& right) {
                return left.target == right.target && left.kind == right.kind;
            };
            mention.links.erase(std::unique(mention.links.begin(), mention.links.end(), same), mention.links.end());
        }
    }

private:
    const event_type& type(std::uint32_t i) const { return types_.types()[matches_[i].type]; }

    /// "the rules were announced after the storm": a verb that merely brings the event about stands for it.
    void stand_for(std::uint32_t i) {
        const token& word = tree_.at(phrase_head(tree_, types_, matches_[i]));
        const bool object = universal(word.relation) == deprel::obj || word.relation == deprel::nsubj_pass;
        if (matches_[i].word_class == trigger_class::noun && object && mention_at_[word.head] == none &&
            types_.is_light(tree_.word(word.head)))
            mention_at_[word.head] = i;
    }

    /// The words from one token to another.
    span words(std::uint32_t left, std::uint32_t right) const {
        return doc_.extent({std::min(left, right), std::max(left, right) + 1});
    }

    void add(std::uint32_t from, relation kind, std::uint32_t to, span rests_on) {
        if (from != to) doc_.mentions[from].links.push_back({kind, to, rests_on});
    }

    /// "Senators criticised the vote. Roe said it was a sham.": a criticism that names no target goes on with the one
    /// of the sentence before in its paragraph.
    void elaborate(std::uint32_t i) {
        event_mention& mention = doc_.mentions[i];
        if (mention.type != "criticism" || !mention.links.empty()) return;
        const std::uint32_t here = tree_.at(matches_[i].token).sentence;
        for (std::uint32_t j = i; j-- > 0 && i - j <= look_back;) {
            const std::uint32_t there = tree_.at(matches_[j].token).sentence;
            if (there + 1 < here || doc_.sentences[there].paragraph != doc_.sentences[here].paragraph) return;
            if (doc_.mentions[j].type != mention.type || doc_.mentions[j].links.empty()) continue;
            for (const mention_link& link : doc_.mentions[j].links)
                if (link.target != i) mention.links.push_back(link);
            return;
        }
    }

    /// What stands in somebody's words is what that speech act is about: the first events of each quotation.
    void speak_of(std::uint32_t j) {
        const auto around = doc_.mentions[j].quote;
        if (!around || tree_.quote_by_cue(matches_[j].predicate()) == *around) return;
        const std::uint32_t cue = doc_.quotes[*around].cue;
        const std::uint32_t i = cue == quote::no_cue ? none : mention_at_[cue];
        if (i == none || i == j || !type(i).speech || ++spoken_of_[i] > most_spoken_of) return;
        add_content(i, j, words(cue, matches_[j].token), false);
    }

    /// Up from a word for event `j` to the next event above; how it hangs there says what the two are to each other.
    void climb(std::uint32_t j, std::uint32_t below, std::uint32_t named) {
        for (int step = 0; step < longest_climb; ++step) {
            const std::uint32_t above = tree_.at(below).head;
            if (above == none) return;
            if (tree_.at(below).relation == deprel::acl_relcl) relate_to_antecedent(j, above);
            const std::uint32_t i = mention_at_[above];
            if (i != none && i != j) {
                bind(above, j, below);
                return relate(i, above, j, below, named);
            }
            if (i == none && binds(tree_, above)) return bind(above, j, below);
            if (crosses_clause(below)) return;
            below = above;
        }
    }

    bool crosses_clause(std::uint32_t below) const {
        const deprel relation = tree_.at(below).relation;
        return relation == deprel::acl_relcl || relation == deprel::parataxis || relation == deprel::ccomp ||
               (universal(relation) == deprel::conj && tree_.is_verb(below));
    }

    std::vector<tie> connectives_of(std::uint32_t below) const {
        std::vector<tie> found;
        for (const std::uint32_t c : tree_.children(below)) {
            const deprel relation = tree_.at(c).relation;
            if (relation != deprel::case_ && relation != deprel::mark) continue;
            const auto [first, last] = connective(tree_.lemma(c));
            for (auto row = first; row != last; ++row) found.push_back(row->second);
        }
        return found;
    }

    bool is_occasion(std::uint32_t j) const {
        const event_type& what = type(j);
        return what.symmetric || what.name == "visit" || what.name == "testimony" || what.name == "trial";
    }

    void relate(std::uint32_t i, std::uint32_t above, std::uint32_t j, std::uint32_t below, std::uint32_t named) {
        const deprel kind = universal(tree_.at(below).relation);
        const span rests_on = words(above, named);
        const bool content = kind == deprel::obj || kind == deprel::ccomp || kind == deprel::xcomp ||
                             kind == deprel::iobj || tree_.at(below).relation == deprel::nsubj_pass;
        const bool adjunct = kind == deprel::obl || kind == deprel::nmod || kind == deprel::advcl;
        const std::vector<tie> between = adjunct ? connectives_of(below) : std::vector<tie>();
        const bool occasion = is_occasion(j) && std::any_of(between.begin(), between.end(), [](const tie& word) {
                                  return word.kind == relation::subevent_of;
                              });
        // "arrested in the killing": who is called to account for an affair answers for it.
        const bool measure = adjunct && calls_to_account(i) && !is_occasion(j) &&
                             std::any_of(between.begin(), between.end(),
                                         [](const tie& word) { return word.kind == relation::subevent_of; });
        if (content || measure || (kind != deprel::nsubj && kind != deprel::conj && type(i).speech && !occasion))
            add_content(i, j, rests_on, content || is_asked_for(below));
        for (const tie& word : between) {
            if (word.kind == relation::subevent_of && !is_occasion(j)) continue;
            if (word.kind == relation::responds_to && asks_for(i) && is_asked_for(below)) continue;
            if (word.kind == relation::about && !type(i).content_links.empty())
                add_content(i, j, rests_on, false);
            else if (word.up)
                add(j, word.kind, i, rests_on);
            else
                add(i, word.kind, j, rests_on);
        }
    }

    bool calls_to_account(std::uint32_t i) const {
        const std::string_view name = type(i).name;
        return name == "arrest" || name == "charge" || name == "dismissal";
    }

    /// "After the allegations he said that the claims were false": what was alleged may be denied, however it is named.
    bool is_charge(std::uint32_t j) const {
        const std::string_view name = type(j).name;
        return name == "accusation" || name == "criticism";
    }

    bool asks_for(std::uint32_t i) const { return type(i).name == "demand"; }

    /// "a call for talks".
    bool is_asked_for(std::uint32_t below) const {
        const std::uint32_t preposition = tree_.preposition(below);
        return preposition != none && tree_.lemma(preposition) == "for";
    }

    /// `direct`: the event is what is said or asked itself, not what that is said over.
    void add_content(std::uint32_t i, std::uint32_t j, span rests_on, bool direct) {
        // What is still to come is spoken of, not answered; so is what somebody asks for.
        const bool ahead = doc_.mentions[j].status == event_status::planned || (direct && asks_for(i));
        for (const relation kind : type(i).content_links) {
            const bool only_about = (ahead && kind == relation::responds_to) ||
                                    (kind == relation::denies && !is_asserted_by(i, j) && !is_charge(j));
            add(i, only_about ? relation::about : kind, j, rests_on);
        }
        const auto [first, last] = binding_verb(tree_, matches_[i].token);
        for (auto row = first; row != last; ++row) add(i, row->second.kind, j, rests_on);
        // To speak of what another one said is to answer it.
        if (type(i).speech && type(j).speech && !type(i).content_links.empty() && !says_itself(i, j))
            add(i, relation::responds_to, j, rests_on);
    }

    /// Whether event `j` itself is what `i` says or denies, and not what it happened in or what comes with it: in
    /// "denied that they spoke of it in the call" no call is denied.
    bool is_asserted_by(std::uint32_t i, std::uint32_t j) const {
        std::uint32_t below = matches_[j].predicate();
        for (int step = 0; step < longest_climb; ++step) {
            const std::uint32_t above = tree_.at(below).head;
            if (above == none) return true;
            const bool denial = above == matches_[i].predicate() || above == matches_[i].token;
            const deprel relation = universal(tree_.at(below).relation);
            const std::uint32_t object = denial ? tree_.child(above, deprel::obj) : above;
            const bool carried = object != none && tree_.is_noun(object) && deniable(tree_.lemma(object)) &&
                                 (relation == deprel::obl || relation == deprel::nmod);
            const bool content = relation == deprel::obj || relation == deprel::ccomp || relation == deprel::xcomp ||
                                 (relation == deprel::conj && !denial) ||
                                 tree_.at(below).relation == deprel::nsubj_pass;
            if (!carried && !content) return false;
            if (denial) return true;
            below = above;
        }
        return false;
    }

    /// Whether the same one speaks in both.
    bool says_itself(std::uint32_t i, std::uint32_t j) const {
        for (const mention_participant& left : doc_.mentions[i].participants)
            for (const mention_participant& right : doc_.mentions[j].participants)
                if (left.entity == right.entity && left.role == participant_role::actor &&
                    right.role == participant_role::actor)
                    return true;
        return false;
    }

    /// "the attack, a charge that Ruritania denies": a relative clause speaks of what its noun stands beside.
    void relate_to_antecedent(std::uint32_t i, std::uint32_t noun) {
        std::uint32_t target = mention_at_[noun];
        if (target == none && tree_.at(noun).relation == deprel::appos && tree_.at(noun).head != none)
            target = mention_at_[tree_.at(noun).head];
        if (target != none && target != i) add_content(i, target, words(noun, matches_[i].token), false);
    }

    /// "the leak led to arrests": a verb ties its subject's event to its object's.
    void bind(std::uint32_t verb, std::uint32_t j, std::uint32_t below) {
        const ties rows = binding_verb(tree_, verb);
        if (rows.first == rows.second || universal(tree_.at(below).relation) == deprel::nsubj) return;
        const std::uint32_t i = subject_event(tree_, verb, mention_at_);
        if (i == none) return;
        const span rests_on = words(std::min(matches_[i].token, verb), std::max(matches_[i].token, matches_[j].token));
        for (auto row = rows.first; row != rows.second; ++row) {
            const tie& how = row->second;
            if (how.up)
                add(j, how.kind, i, rests_on);
            else
                add(i, how.kind, j, rests_on);
        }
    }

    document& doc_;
    const syntax& tree_;
    const ontology& types_;
    const std::vector<trigger_match>& matches_;
    std::vector<std::uint32_t> mention_at_;
    std::vector<std::uint32_t> spoken_of_;  ///< events within each mention's quotation so far
};

}  // namespace

void link_mentions(document& doc, const syntax& tree, const ontology& types,
                   const std::vector<trigger_match>& matches) {
    linker(doc, tree, types, matches).run();
}

}  // namespace throughline::extraction
