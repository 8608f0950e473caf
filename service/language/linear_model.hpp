// A linear classifier over hashed features with few labels set a feature, read in place from a model file.
#pragma once

#include "language/hashing.hpp"
#include "language/model_file.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace throughline::language {

/// Slots form an open-addressing table with linear probing; its size is a power of two. A slot is 0 when empty, else
/// `check` bits of the hash above an index into the cells plus one. A row of cells ends with the one whose `last` bit
/// is set. The check lets a strange feature pass once in a thousand times, which costs less than a longer one would.
class linear_model {
public:
    static constexpr unsigned index_bits = 22;
    static constexpr std::uint32_t index_mask = (1U << index_bits) - 1;

    /// label in 7 bits, last in 1, weight in 8 (signed).
    static constexpr std::uint16_t cell(unsigned label, bool last, int weight) {
        return static_cast<std::uint16_t>(label << 9 | (last ? 256U : 0U) | (static_cast<unsigned>(weight) & 255U));
    }
    static constexpr std::uint32_t check_of(hash feature) {
        return static_cast<std::uint32_t>(feature >> (32 + index_bits)) << index_bits;
    }

    linear_model() = default;
    /// Reads the sections NAME.slots and NAME.cells.
    linear_model(const model_file& file, const std::string& name)
        : slots_(file.section<std::uint32_t>(name + ".slots")), cells_(file.section<std::uint16_t>(name + ".cells")) {
        if (slots_.empty() || (slots_.size() & (slots_.size() - 1)) != 0)
            throw std::runtime_error("a model's table of slots has a wrong size");
    }

    /// Adds every feature's weights to the labels' scores.
    void score(std::span<const hash> features, std::span<std::int32_t> scores) const {
        const std::uint64_t mask = slots_.size() - 1;
        for (const hash feature : features) __builtin_prefetch(&slots_[feature & mask]);
        for (const hash feature : features) add(feature, mask, scores);
    }

private:
    void add(hash feature, std::uint64_t mask, std::span<std::int32_t> scores) const {
        const auto check = check_of(feature);
        for (auto at = feature & mask;; at = (at + 1) & mask) {
            const auto slot = slots_[at];
            if (slot == 0) return;
            if ((slot & ~index_mask) != check) continue;
            for (auto i = (slot & index_mask) - 1;; ++i) {
                const auto c = cells_[i];
                scores[c >> 9] += static_cast<std::int8_t>(c & 255);
                if ((c & 256) != 0) return;
            }
        }
    }

    std::span<const std::uint32_t> slots_;
    std::span<const std::uint16_t> cells_;
};

}  // namespace throughline::language
