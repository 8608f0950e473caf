// What the other places of a word in its document were taken for: a second look at a word sees it (Krishnan and Manning
// 2006; Curran and Clark 2003 remember the place before alone).
#pragma once

#include "entities/name_label.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace throughline::entities {

inline constexpr name_label no_label = name_labels;  ///< there is no such place

/// The labels of a word at its other places: the first of the document and the nearest ones.
struct name_memory {
    name_label first = no_label;  ///< no_label at the first place itself
    name_label before = no_label;
    name_label after = no_label;

    bool empty() const { return before == no_label && after == no_label; }

    /// Whether the word was taken for something of another kind at one of these places.
    bool contradicts(name_label here) const {
        const auto differs = [&](name_label there) { return there != no_label && !same_kind(there, here); };
        return differs(first) || differs(before) || differs(after);
    }
};

/// Reads the memories of documents one after the other; keeps its buffers between them.
class name_memories {
public:
    /// One memory a place, valid until the next call. Places of one key other than 0 are those of one word.
    std::span<const name_memory> read(std::span<const std::uint64_t> keys, std::span<const name_label> labels);

private:
    /// Where a word stood first and last so far; the slot is free while the key is 0.
    struct seen {
        std::uint64_t key = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    seen& slot_of(std::uint64_t key);

    std::vector<name_memory> memories_;
    std::vector<seen> seen_;  ///< open addressing, at most half full
};

inline constexpr std::size_t memory_features = 8;

/// Features of the memories of a word and of those beside it; returns how many there are: none when all are empty.
std::size_t memory_hashes(const name_memory& word, const name_memory& before, const name_memory& after,
                          std::span<std::uint64_t, memory_features> hashes);

}  // namespace throughline::entities
