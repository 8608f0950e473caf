#include "linking/story_mentions.hpp"

#include "linking/word_relations.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

namespace throughline::linking {
namespace {

/// The lead of an article: where its news stands.
constexpr std::uint32_t lead_sentences = 6;

void make_set(number_set& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%' || c == '$';
    });
}

/// Indices of an article's mentions by their place in the text.
std::vector<std::uint32_t> mention_order(const article_record& article) {
    std::vector<std::uint32_t> order(article.mentions.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto l, auto r) {
        const auto place = [&](std::uint32_t i) {
            const auto& mention = article.mentions[i];
            return std::tie(mention.trigger.begin, mention.trigger.end, mention.type, mention.title);
        };
        return place(l) < place(r);
    });
    return order;
}

bool befalls(once whom, participant_role role) {
    return whom == once::party || whom == once::named ||
           (whom == once::recipient && role == participant_role::recipient);
}

/// How often each of the people befallen is named by the mentions of a type that name any.
struct victim_counts {
    std::map<std::uint32_t, std::uint32_t> named;
    std::uint32_t total = 0;

    /// Whom nearly all of them name.
    bool common(std::uint32_t count) const {
        constexpr std::uint32_t least = 3;
        return count >= least && count * 5 > total * 4;
    }
};

/// Whether the word stands in the phrase, whatever the case of letters.
bool holds_word(std::string_view phrase, std::string_view word) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto same = [&](char left, char right) { return lower(left) == lower(right); };
    const auto found = std::search(phrase.begin(), phrase.end(), word.begin(), word.end(), same);
    if (found == phrase.end()) return false;
    const auto after = found + static_cast<std::ptrdiff_t>(word.size());
    return (found == phrase.begin() || found[-1] == ' ') && (after == phrase.end() || *after == ' ');
}

/// The trigger and the parties are compared as such: only the other words tell what the passage is about.
bool is_subject_matter(std::string_view word, const record_mention& mention) {
    if (word == mention.lemma) return false;
    return std::none_of(mention.participants.begin(), mention.participants.end(), [&](const auto& participant) {
        return holds_word(participant.name, word) ||
               std::any_of(participant.aliases.begin(), participant.aliases.end(),
                           [&](const auto& alias) { return holds_word(alias, word); });
    });
}

/// Articles that words, parties, types and lemmas are counted in. Those of a small story all are, so that it is
/// compared by all that it tells; of 500 every twentieth changes the weights of others.
constexpr std::size_t sampled_articles = 24;

void count_in(std::vector<std::uint32_t>& counts, std::uint32_t number, int times) {
    if (number >= counts.size()) counts.resize(number + 1, 0);
    counts[number] += static_cast<std::uint32_t>(times);
}

}  // namespace

growing_mentions::growing_mentions() : sample_(sampled_articles) {}

void growing_mentions::grow(std::span<const article_record> articles) {
    const auto known = story_.mentions.size();
    for (auto article = static_cast<std::uint32_t>(ends_.size()); article < articles.size(); ++article) {
        participants_.add(articles[article]);
        for (const auto mention : mention_order(articles[article])) add(articles[article], {article, mention});
        ends_.push_back(static_cast<std::uint32_t>(story_.mentions.size()));
    }
    changes_.assign(known, growth::none);
    changes_.resize(story_.mentions.size(), growth::added);
    rank(articles);
    const auto sampled = sample_.grow(articles);
    count(sampled);
    const bool renumbered = name_parties();
    infer_victims();
    if (renumbered || !sampled.entered.empty())
        weigh();
    else
        weigh_added();
}

void growing_mentions::count(const article_sample::change& change) {
    for (const auto article : change.entered) count(article, 1);
    for (const auto article : change.left) count(article, -1);
}

void growing_mentions::count(std::uint32_t article, int times) {
    const auto begin = article == 0 ? 0 : ends_[article - 1];
    for (auto i = begin; i < ends_[article]; ++i) {
        count_in(type_counts_, origins_[i].type, times);
        count_in(lemma_counts_, origins_[i].lemma, times);
        for (const auto word : story_.mentions[i].words) count_in(word_counts_, word, times);
    }
    sampled_mentions_ += static_cast<std::uint32_t>(times) * (ends_[article] - begin);
}

void growing_mentions::add(const article_record& article, mention_ref ref) {
    const auto& source = article.mentions[ref.mention];
    story_mention mention;
    mention.ref = ref;
    mention.sentence = source.sentence;
    mention.type = source.type;
    mention.lemma = source.lemma;
    mention.rule = rule_of(source.type);
    mention.typed = source.type != "other";
    add_relations(mention);
    mention.said = source.said;
    mention.published = article.published;
    mention.first = source.time.first;
    mention.last = source.time.last;
    mention.founded = source.time.basis == time_basis::expression || source.time.basis == time_basis::linked;
    mention.leads = source.sentence < lead_sentences;
    mention.news = source.time.basis == time_basis::publication && source.status == event_status::occurred &&
                   (mention.leads || mention.rule.by == identity::speaker);
    mention.status = source.status;
    mention.background = source.background;
    mention.counted = source.counted;
    add_words(source, mention);
    add_route(source, mention);

    auto& from = origins_.emplace_back();
    for (const auto& participant : source.participants)
        from.parties.push_back(
            {participants_.key(participant), participant.role, participant.kind == entity_kind::person});
    from.type = types_.number(source.type);
    from.lemma = lemmas_.number(source.lemma);
    story_.mentions.push_back(std::move(mention));
}

void growing_mentions::add_relations(story_mention& mention) {
    const auto relations = relations_of(mention.lemma);
    for (const auto root : relations.roots) mention.roots.push_back(roots_.number(root));
    make_set(mention.roots);
    mention.synonyms.assign(relations.synonyms.begin(), relations.synonyms.end());
}

void growing_mentions::add_words(const record_mention& source, story_mention& mention) {
    for (const auto& word : source.words) {
        if (!is_subject_matter(word, source)) continue;
        const auto number = words_.number(word);
        mention.words.push_back(number);
        if (is_number(word)) mention.numbers.push_back(number);
    }
    make_set(mention.words);
    make_set(mention.numbers);
}

void growing_mentions::add_route(const record_mention& source, story_mention& mention) {
    for (const auto& place : source.route_from) mention.route_from.push_back(ways_.number(place));
    for (const auto& place : source.route_to) mention.route_to.push_back(ways_.number(place));
    make_set(mention.route_from);
    make_set(mention.route_to);
}

void growing_mentions::rank(std::span<const article_record> articles) {
    for (auto article = static_cast<std::uint32_t>(order_.size()); article < articles.size(); ++article)
        order_.insert(std::upper_bound(order_.begin(), order_.end(), article,
                                       [&](auto l, auto r) { return articles[l].key < articles[r].key; }),
                      article);
    story_.ranks.resize(story_.mentions.size());
    std::uint32_t next = 0;
    for (const auto article : order_)
        for (auto i = article == 0 ? 0 : ends_[article - 1]; i < ends_[article]; ++i) story_.ranks[i] = next++;
}

/// Says whether any party is known under another number than before.
bool growing_mentions::name_parties() {
    std::vector<bool> renumbered(participants_.count(), false);
    const auto keys = participants_.settle();
    for (const auto key : keys) renumbered[key] = true;
    for (std::size_t i = 0; i < origins_.size(); ++i) {
        const auto& parties = origins_[i].parties;
        const bool other =
            std::any_of(parties.begin(), parties.end(), [&](const party_use& party) { return renumbered[party.key]; });
        if (changes_[i] != growth::added && !other) continue;
        name_parties(i);
        changes_[i] = std::max(changes_[i], growth::renamed);
    }
    return !keys.empty();
}

void growing_mentions::name_parties(std::size_t index) {
    auto& mention = story_.mentions[index];
    auto& victims = origins_[index].own_victims;
    for (auto* set :
         {&mention.actors, &mention.recipients, &mention.places, &mention.parties, &mention.persons, &victims})
        set->clear();
    for (const auto& party : origins_[index].parties) {
        const auto number = participants_.party(party.key);
        if (party.role == participant_role::place) {
            mention.places.push_back(number);
            continue;
        }
        mention.parties.push_back(number);
        if (party.role == participant_role::actor) mention.actors.push_back(number);
        if (party.role == participant_role::recipient) mention.recipients.push_back(number);
        if (party.role == participant_role::other || !party.person) continue;
        mention.persons.push_back(number);
        if (befalls(mention.rule.befalls, party.role)) victims.push_back(number);
    }
    for (auto* set :
         {&mention.actors, &mention.recipients, &mention.places, &mention.parties, &mention.persons, &victims})
        make_set(*set);
}

/// Where nearly all mentions of a type that befalls people only once name the same victim, those that name nobody ("the
/// killing") mean that one too.
void growing_mentions::infer_victims() {
    std::map<std::uint32_t, victim_counts> counted;  // by type
    for (std::size_t i = 0; i < origins_.size(); ++i) {
        if (origins_[i].own_victims.empty()) continue;
        auto& of_type = counted[origins_[i].type];
        ++of_type.total;
        for (const auto victim : origins_[i].own_victims) ++of_type.named[victim];
    }
    for (std::size_t i = 0; i < origins_.size(); ++i) {
        auto& mention = story_.mentions[i];
        if (mention.rule.befalls == once::none) continue;
        auto victims = origins_[i].own_victims;
        const auto found = counted.find(origins_[i].type);
        if (found != counted.end() && mention.recipients.empty() && mention.actors.empty())
            for (const auto& [victim, count] : found->second.named)
                if (found->second.common(count) &&
                    (victims.empty() || participants_.name(victims.front()) < participants_.name(victim)))
                    victims = {victim};
        if (victims == mention.victims) continue;
        mention.victims = std::move(victims);
        changes_[i] = std::max(changes_[i], growth::renamed);
    }
}

growing_mentions::counts growing_mentions::count_parties() const {
    counts parties(participants_.count(), 0);
    for (const auto article : sample_.articles())
        for (auto i = article == 0 ? 0 : ends_[article - 1]; i < ends_[article]; ++i) {
            for (const auto party : story_.mentions[i].parties) ++parties[party];
            for (const auto place : story_.mentions[i].places) ++parties[place];
        }
    return parties;
}

/// Brings all weights to the counts.
void growing_mentions::weigh() {
    const weight_scale scale(sampled_mentions_);
    word_counts_.resize(words_.size(), 0);
    type_counts_.resize(types_.size(), 0);
    lemma_counts_.resize(lemmas_.size(), 0);
    const auto words_changed = scale.weigh(word_counts_, story_.word_weights);
    const auto parties_changed = scale.weigh(count_parties(), story_.party_weights);
    const auto types_changed = scale.weigh(type_counts_, type_weights_);
    const auto lemmas_changed = scale.weigh(lemma_counts_, lemma_weights_);
    story_.squared_word_weights.clear();
    for (const auto each : story_.word_weights) story_.squared_word_weights.push_back(squared_weight(each));

    const auto any = [](const number_set& numbers, const std::vector<bool>& changed) {
        return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return changed[number]; });
    };
    for (std::size_t i = 0; i < story_.mentions.size(); ++i) {
        const auto& mention = story_.mentions[i];
        const auto& from = origins_[i];
        if (changes_[i] == growth::none && !any(mention.words, words_changed) && !types_changed[from.type] &&
            !lemmas_changed[from.lemma] && !any(mention.parties, parties_changed) &&
            !any(mention.places, parties_changed))
            continue;
        changes_[i] = std::max(changes_[i], growth::reweighted);
        weigh(i);
    }
}

/// Where the counts are as they were only what is new has to be weighed.
void growing_mentions::weigh_added() {
    story_.word_weights.resize(words_.size(), weight_scale::unshared);
    story_.squared_word_weights.resize(words_.size(), squared_weight(weight_scale::unshared));
    story_.party_weights.resize(participants_.count(), weight_scale::unshared);
    type_weights_.resize(types_.size(), weight_scale::unshared);
    lemma_weights_.resize(lemmas_.size(), weight_scale::unshared);
    for (std::size_t i = 0; i < story_.mentions.size(); ++i)
        if (changes_[i] != growth::none) weigh(i);
}

void growing_mentions::weigh(std::size_t index) {
    auto& mention = story_.mentions[index];
    mention.type_weight = type_weights_[origins_[index].type];
    mention.lemma_weight = lemma_weights_[origins_[index].lemma];
    mention.words_norm = 0;
    for (const auto word : mention.words) mention.words_norm += story_.squared_word_weights[word];
}

std::size_t shared_count(const number_set& left, const number_set& right) {
    std::size_t count = 0;
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
        if (*l == *r) ++count;
        const bool advance_left = *l <= *r;
        const bool advance_right = *r <= *l;
        l += advance_left;
        r += advance_right;
    }
    return count;
}

bool meet(const number_set& left, const number_set& right) { return shared_count(left, right) > 0; }

}  // namespace throughline::linking
