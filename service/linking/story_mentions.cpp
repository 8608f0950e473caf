#include "linking/story_mentions.hpp"

#include "linking/story_participants.hpp"
#include "linking/word_relations.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

namespace throughline::linking {
namespace {

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

/// Where nearly all mentions of a type that befalls people only once name the same victim, those that name nobody ("the
/// killing") mean that one too.
void infer_victims(std::vector<story_mention>& mentions) {
    constexpr std::uint32_t least = 3;
    std::map<std::string_view, std::map<std::uint32_t, std::uint32_t>> named;
    std::map<std::string_view, std::uint32_t> totals;
    for (const auto& mention : mentions) {
        for (const auto victim : mention.victims) ++named[mention.type][victim];
        totals[mention.type] += !mention.victims.empty();
    }
    for (auto& mention : mentions) {
        if (mention.rule.befalls == once::none || !mention.recipients.empty() || !mention.actors.empty()) continue;
        for (const auto& [victim, count] : named[mention.type])
            if (count >= least && count * 5 > totals.at(mention.type) * 4) mention.victims = {victim};
    }
}

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

class builder {
public:
    explicit builder(std::span<const article_record> articles) : articles_(articles), participants_(articles) {}

    story_mentions build() {
        const auto order = article_order(articles_);
        for (std::uint32_t rank = 0; rank < order.size(); ++rank)
            for (const auto mention : mention_order(articles_[order[rank]])) add({order[rank], mention}, rank);
        infer_victims(story_.mentions);
        weigh();
        return std::move(story_);
    }

private:
    void add(mention_ref ref, std::uint32_t rank) {
        const auto& source = articles_[ref.article].mentions[ref.mention];
        story_mention mention;
        mention.ref = ref;
        mention.article = rank;
        mention.sentence = source.sentence;
        mention.type = source.type;
        mention.lemma = source.lemma;
        mention.rule = rule_of(source.type);
        mention.typed = source.type != "other";
        add_relations(source.lemma, mention);
        mention.said = source.said;
        mention.published = articles_[ref.article].published;
        mention.first = source.time.first;
        mention.last = source.time.last;
        mention.founded = source.time.basis == time_basis::expression || source.time.basis == time_basis::linked;
        mention.status = source.status;
        mention.background = source.background;
        add_participants(source, mention);
        add_words(source, mention);
        story_.mentions.push_back(std::move(mention));
    }

    void add_relations(std::string_view lemma, story_mention& mention) {
        auto relations = relations_of(lemma);
        for (const auto root : relations.roots)
            mention.roots.push_back(roots_.emplace(root, static_cast<std::uint32_t>(roots_.size())).first->second);
        make_set(mention.roots);
        mention.synonyms = std::move(relations.synonyms);
    }

    void add_participants(const record_mention& source, story_mention& mention) {
        for (const auto& participant : source.participants) {
            const auto number = participants_.party(participant);
            if (participant.role == participant_role::place) {
                mention.places.push_back(number);
                continue;
            }
            mention.parties.push_back(number);
            if (participant.role == participant_role::actor) mention.actors.push_back(number);
            if (participant.role == participant_role::recipient) mention.recipients.push_back(number);
            if (participant.role == participant_role::other || participant.kind != entity_kind::person) continue;
            mention.persons.push_back(number);
            if (befalls(mention.rule.befalls, participant.role)) mention.victims.push_back(number);
        }
        for (auto* set : {&mention.actors, &mention.recipients, &mention.places, &mention.parties, &mention.persons,
                          &mention.victims})
            make_set(*set);
    }

    void add_words(const record_mention& source, story_mention& mention) {
        for (const auto& word : source.words) {
            if (!is_subject_matter(word, source)) continue;
            const auto number =
                words_.emplace(std::string_view(word), static_cast<std::uint32_t>(words_.size())).first->second;
            mention.words.push_back(number);
            if (is_number(word)) mention.numbers.push_back(number);
        }
        make_set(mention.words);
        make_set(mention.numbers);
    }

    /// What many mentions of the story share says little of any two of them. The counts are taken in steps, so that
    /// one article more changes few weights.
    double weight(std::uint32_t count) const {
        const auto step = [](double value) { return std::floor(std::log(value) * 3) / 3; };
        const auto all = std::max(1.0, step(1.0 + static_cast<double>(story_.mentions.size())));
        return 1.0 - std::min(1.0, step(std::max(1.0, static_cast<double>(count))) / all);
    }

    void weigh() {
        std::vector<std::uint32_t> words(words_.size(), 0);
        std::vector<std::uint32_t> parties(participants_.count(), 0);
        std::unordered_map<std::string_view, std::uint32_t> types;
        std::unordered_map<std::string_view, std::uint32_t> lemmas;
        for (const auto& mention : story_.mentions) {
            for (const auto word : mention.words) ++words[word];
            for (const auto party : mention.parties) ++parties[party];
            for (const auto place : mention.places) ++parties[place];
            ++types[mention.type];
            ++lemmas[mention.lemma];
        }
        for (const auto count : words) story_.word_weights.push_back(weight(count));
        for (const auto count : parties) story_.party_weights.push_back(weight(count));
        for (const auto each : story_.word_weights) story_.squared_word_weights.push_back(each * each);
        for (auto& mention : story_.mentions) {
            for (const auto word : mention.words) mention.words_norm += story_.squared_word_weights[word];
            mention.type_weight = weight(types.at(mention.type));
            mention.lemma_weight = weight(lemmas.at(mention.lemma));
        }
    }

    std::span<const article_record> articles_;
    story_participants participants_;
    std::unordered_map<std::string_view, std::uint32_t> words_;
    std::unordered_map<std::string_view, std::uint32_t> roots_;
    story_mentions story_;
};

}  // namespace

story_mentions prepare(std::span<const article_record> articles) { return builder(articles).build(); }

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
