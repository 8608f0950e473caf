#include "entities/name_memory.hpp"

#include "entities/feature_hash.hpp"

namespace throughline::entities {

std::span<const name_memory> name_memories::read(std::span<const std::uint64_t> keys,
                                                 std::span<const name_label> labels) {
    memories_.assign(keys.size(), {});
    places_.clear();
    for (std::size_t at = 0; at < keys.size(); ++at) {
        if (keys[at] == 0) continue;
        const auto [found, fresh] = places_.try_emplace(keys[at], at, at);
        if (fresh) continue;
        auto& [first, last] = found->second;
        memories_[at].first = labels[first];
        memories_[at].before = labels[last];
        memories_[last].after = labels[at];
        last = at;
    }
    return memories_;
}

std::size_t memory_hashes(const name_memory& word, const name_memory& before, const name_memory& after,
                          std::span<std::uint64_t, memory_features> hashes) {
    if (word.empty() && before.empty() && after.empty()) return 0;
    std::size_t n = 0;
    std::uint64_t salt = 0x6d656d6f72790000ULL;
    const auto add = [&](const name_label(&labels)[3], bool told) {
        std::uint64_t packed = 0;
        for (const name_label label : labels) packed = packed << 8 | (label + 1U);
        salt += 0x9e3779b97f4a7c15ULL;
        if (told) hashes[n++] = spread(packed + salt);
    };
    const bool known = !word.empty();
    add({word.first, 0, 0}, word.first != no_label);
    add({word.before, 0, 0}, word.before != no_label);
    add({word.after, 0, 0}, word.after != no_label);
    add({word.first, word.before, 0}, word.first != no_label);
    add({word.first, word.before, word.after}, known);
    add({before.before, before.after, 0}, !before.empty());
    add({after.before, after.after, 0}, !after.empty());
    add({before.before, word.before, after.before}, known);
    return n;
}

}  // namespace throughline::entities
