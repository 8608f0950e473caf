// A linear classifier over hashed features with few labels set a feature, read in place from a model file.
#pragma once

#include "language/hashing.hpp"
#include "language/model_file.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace throughline::language {

/// Slots form an open-addressing table with linear probing. A slot is 0 when empty, else
/// `check` bits of the hash above an index into the cells plus one. A row of cells ends with the one whose `last` bit
/// is set. The check lets a strange feature pass once in a thousand times, which costs less than a longer one would.
class linear_model {
public:
    static constexpr unsigned index_bits = 22;
    static constexpr std::uint32_t index_mask = (1U << index_bits) - 1;

    /// label in 7 bits, last in 1, number of the weight in 8: an index into the steps, which lie close together near
    /// zero and far apart where weights are large.
    static constexpr std::uint16_t cell(unsigned label, bool last, unsigned step) {
        return static_cast<std::uint16_t>(label << 9 | (last ? 256U : 0U) | step);
    }
    static constexpr std::uint32_t check_of(hash feature) {
        return static_cast<std::uint32_t>(feature >> (32 + index_bits)) << index_bits;
    }

    /// Where a feature's probing begins in a table of `slots` slots.
    static constexpr std::size_t place_of(hash feature, std::size_t slots) {
        return static_cast<std::size_t>(((feature & 0xffffffff) * slots) >> 32);
    }

    linear_model() = default;
    /// Reads the sections NAME.slots, NAME.cells and NAME.steps.
    linear_model(const model_file& file, const std::string& name)
        : slots_(file.section<std::uint32_t>(name + ".slots")),
          cells_(file.section<std::uint16_t>(name + ".cells")),
          steps_(file.section<std::int32_t>(name + ".steps")) {
        if (steps_.size() != 256) throw std::runtime_error("a model's weights have a wrong number of steps");
        if (slots_.empty()) throw std::runtime_error("a model has no weights");
    }

    /// Adds every feature's weights to the labels' scores.
    void score(std::span<const hash> features, std::span<std::int32_t> scores) const {
        for (const hash feature : features) __builtin_prefetch(&slots_[place_of(feature, slots_.size())]);
        for (const hash feature : features) add(feature, scores);
    }

private:
    void add(hash feature, std::span<std::int32_t> scores) const {
        const auto check = check_of(feature);
        for (auto at = place_of(feature, slots_.size());; at = at + 1 < slots_.size() ? at + 1 : 0) {
            const auto slot = slots_[at];
            if (slot == 0) return;
            if ((slot & ~index_mask) != check) continue;
            for (auto i = (slot & index_mask) - 1;; ++i) {
                const auto c = cells_[i];
                scores[c >> 9] += steps_[c & 255];
                if ((c & 256) != 0) return;
            }
        }
    }

    std::span<const std::uint32_t> slots_;
    std::span<const std::uint16_t> cells_;
    std::span<const std::int32_t> steps_;
};

}  // namespace throughline::language
