#include "entities/name_memory.hpp"

#include "entities/feature_hash.hpp"

#include <bit>

namespace throughline::entities {

name_memories::seen& name_memories::slot_of(std::uint64_t key) {
    const std::size_t mask = seen_.size() - 1;
    std::size_t at = spread(key) & mask;
    while (seen_[at].key != 0 && seen_[at].key != key) at = (at + 1) & mask;
    return seen_[at];
}

std::span<const name_memory> name_memories::read(std::span<const std::uint64_t> keys,
                                                 std::span<const name_label> labels) {
    memories_.assign(keys.size(), {});
    seen_.assign(std::bit_ceil(2 * keys.size() + 1), {});
    for (std::uint32_t at = 0; at < keys.size(); ++at) {
        if (keys[at] == 0) continue;
        seen& word = slot_of(keys[at]);
        if (word.key == 0) {
            word = {keys[at], at, at};
            continue;
        }
        memories_[at].first = labels[word.first];
        memories_[at].before = labels[word.last];
        memories_[word.last].after = labels[at];
        word.last = at;
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
