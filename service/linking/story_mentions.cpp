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

/// Indices of the articles by key.
std::vector<std::uint32_t> article_order(std::span<const article_record> articles) {
    std::vector<std::uint32_t> order(articles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto l, auto r) { return articles[l].key < articles[r].key; });
    return order;
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

/// Multiples of it add up exactly, in any order.
constexpr double weight_grid = 0x1p-20;

void count_up(std::vector<std::uint32_t>& counts, std::uint32_t number) {
    if (number >= counts.size()) counts.resize(number + 1, 0);
    ++counts[number];
}

}  // namespace

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
    name_parties();
    infer_victims();
    weigh();
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
    mention.news = source.time.basis == time_basis::publication && source.status == event_status::occurred &&
                   source.sentence < lead_sentences;
    mention.status = source.status;
    mention.background = source.background;
    add_words(source, mention);

    auto& from = origins_.emplace_back();
    for (const auto& participant : source.participants)
        from.parties.push_back(
            {participants_.key(participant), participant.role, participant.kind == entity_kind::person});
    from.type = types_.number(source.type);
    from.lemma = lemmas_.number(source.lemma);
    count_up(type_counts_, from.type);
    count_up(lemma_counts_, from.lemma);
    story_.mentions.push_back(std::move(mention));
}

void growing_mentions::add_relations(story_mention& mention) {
    auto relations = relations_of(mention.lemma);
    for (const auto root : relations.roots) mention.roots.push_back(roots_.number(root));
    make_set(mention.roots);
    mention.synonyms = std::move(relations.synonyms);
}

void growing_mentions::add_words(const record_mention& source, story_mention& mention) {
    for (const auto& word : source.words) {
        if (const auto gap = word.find(' '); gap != std::string::npos) {
            mention.counted = std::string_view(word).substr(0, gap);
            continue;
        }
        if (!is_subject_matter(word, source)) continue;
        const auto number = words_.number(word);
        mention.words.push_back(number);
        if (is_number(word)) mention.numbers.push_back(number);
    }
    make_set(mention.words);
    make_set(mention.numbers);
    for (const auto word : mention.words) count_up(word_counts_, word);
}

void growing_mentions::rank(std::span<const article_record> articles) {
    story_.ranks.resize(story_.mentions.size());
    std::uint32_t next = 0;
    for (const auto article : article_order(articles))
        for (auto i = article == 0 ? 0 : ends_[article - 1]; i < ends_[article]; ++i) story_.ranks[i] = next++;
}

void growing_mentions::name_parties() {
    std::vector<bool> renumbered(participants_.count(), false);
    for (const auto key : participants_.settle()) renumbered[key] = true;
    for (std::size_t i = 0; i < origins_.size(); ++i) {
        const auto& parties = origins_[i].parties;
        const bool other =
            std::any_of(parties.begin(), parties.end(), [&](const party_use& party) { return renumbered[party.key]; });
        if (changes_[i] != growth::added && !other) continue;
        name_parties(i);
        changes_[i] = std::max(changes_[i], growth::renamed);
    }
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

/// What many mentions of the story share says little of any two of them. The counts are taken in steps, so that
/// one article more changes few weights.
double growing_mentions::weight(std::uint32_t count) const {
    const auto step = [](double value) { return std::floor(std::log(value) * 3) / 3; };
    const auto all = std::max(1.0, step(1.0 + static_cast<double>(story_.mentions.size())));
    const auto share = std::min(1.0, step(std::max(1.0, static_cast<double>(count))) / all);
    return std::round((1.0 - share) / weight_grid) * weight_grid;
}

/// Brings the weights to the counts; says which are others than before.
std::vector<bool> growing_mentions::reweigh(std::vector<double>& weights, const counts& now) const {
    std::vector<bool> changed(now.size(), true);
    const auto known = weights.size();
    weights.resize(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto fresh = weight(now[i]);
        changed[i] = i >= known || weights[i] != fresh;
        weights[i] = fresh;
    }
    return changed;
}

void growing_mentions::weigh() {
    counts parties(participants_.count(), 0);
    for (const auto& mention : story_.mentions) {
        for (const auto party : mention.parties) ++parties[party];
        for (const auto place : mention.places) ++parties[place];
    }
    const auto words_changed = reweigh(story_.word_weights, word_counts_);
    const auto parties_changed = reweigh(story_.party_weights, parties);
    const auto types_changed = reweigh(type_weights_, type_counts_);
    const auto lemmas_changed = reweigh(lemma_weights_, lemma_counts_);
    story_.squared_word_weights.clear();
    for (const auto each : story_.word_weights)
        story_.squared_word_weights.push_back(std::round(each * each / weight_grid) * weight_grid);

    const auto any = [](const number_set& numbers, const std::vector<bool>& changed) {
        return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return changed[number]; });
    };
    for (std::size_t i = 0; i < story_.mentions.size(); ++i) {
        auto& mention = story_.mentions[i];
        const auto& from = origins_[i];
        const bool other_words = any(mention.words, words_changed);
        if (changes_[i] == growth::none && !other_words && !types_changed[from.type] && !lemmas_changed[from.lemma] &&
            !any(mention.parties, parties_changed) && !any(mention.places, parties_changed))
            continue;
        changes_[i] = std::max(changes_[i], growth::reweighted);
        mention.type_weight = type_weights_[from.type];
        mention.lemma_weight = lemma_weights_[from.lemma];
        mention.words_norm = 0;
        for (const auto word : mention.words) mention.words_norm += story_.squared_word_weights[word];
    }
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
