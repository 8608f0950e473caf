#include "linking/candidate_pairs.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>

namespace throughline::linking {
namespace {

/// Within a block a mention is compared with so many of the next ones.
constexpr std::size_t neighbourhood = 40;

/// What a block's mentions have in common; `kind` keeps numbers of different things apart.
struct block_key {
    enum class shared : std::uint8_t { party, victim, day, trigger, root, synonym, quote, type } kind = shared::party;
    std::uint32_t group = 0;
    std::uint64_t value = 0;

    auto operator<=>(const block_key&) const = default;
};

struct block_entry {
    block_key key;
    std::int64_t day = 0;  ///< the order within a block: mentions of one day stand together
    std::string_view lemma;
    std::uint32_t mention = 0;

    auto order() const { return std::tie(key, day, lemma, mention); }
};

std::uint64_t hash(std::string_view text) {
    // FNV-1a: the same on every platform, so that blocks are too.
    std::uint64_t value = 14695981039346656037ULL;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return value;
}

/// The least hash over all runs of four words: texts that overlap by much have the same one as a rule.
std::uint64_t quote_sketch(std::string_view said) {
    constexpr std::size_t run = 4;
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < said.size(); ++i)
        if (said[i] == ' ') starts.push_back(i + 1);
    starts.push_back(said.size() + 1);
    std::uint64_t least = UINT64_MAX;
    for (std::size_t i = 0; i + run < starts.size(); ++i)
        least = std::min(least, hash(said.substr(starts[i], starts[i + run] - 1 - starts[i])));
    return least;
}

class block_builder {
public:
    explicit block_builder(const story_mentions& story) {
        for (std::uint32_t i = 0; i < story.mentions.size(); ++i) add(story.mentions[i], i);
        std::sort(entries_.begin(), entries_.end(),
                  [](const block_entry& left, const block_entry& right) { return left.order() < right.order(); });
    }

    std::vector<mention_pair> pairs() const {
        std::vector<mention_pair> pairs;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const auto end = std::min(entries_.size(), i + 1 + neighbourhood);
            for (std::size_t j = i + 1; j < end && entries_[j].key == entries_[i].key; ++j) {
                const auto [left, right] = std::minmax(entries_[i].mention, entries_[j].mention);
                if (left != right) pairs.push_back({left, right});
            }
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        return pairs;
    }

private:
    using shared = block_key::shared;

    void add(const story_mention& mention, std::uint32_t index) {
        const auto day = mention.first ? mention.first->time_since_epoch().count() : 0;
        const auto enter = [&](shared kind, std::uint32_t group, std::uint64_t value) {
            entries_.push_back({{kind, group, value}, day, mention.lemma, index});
        };
        for (std::uint32_t group = 0; group < 31; ++group) {  // any_group makes no block of its own
            if (!(mention.rule.groups >> group & 1U)) continue;
            for (const auto party : mention.parties) enter(shared::party, group, party);
            for (const auto victim : mention.victims) enter(shared::victim, group, victim);
            if (const auto founded = mention.founded_day())
                enter(shared::day, group, static_cast<std::uint64_t>(founded->time_since_epoch().count()));
        }
        enter(shared::trigger, 0, hash(mention.lemma.substr(0, 5)));
        for (const auto root : mention.roots) enter(shared::root, 0, root);
        for (const auto set : mention.synonyms) enter(shared::synonym, 0, set);
        if (mention.typed) enter(shared::type, 0, hash(mention.type));
        if (!mention.said.empty()) enter(shared::quote, 0, quote_sketch(mention.said));
    }

    std::vector<block_entry> entries_;
};

}  // namespace

std::vector<mention_pair> candidate_pairs(const story_mentions& story) { return block_builder(story).pairs(); }

}  // namespace throughline::linking
