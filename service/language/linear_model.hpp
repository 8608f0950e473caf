// A linear classifier over hashed features with few labels set a feature, read in place from a model file.
#pragma once

#include "language/hashing.hpp"
#include "language/model_file.hpp"

#include <array>
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

    /// Adds every feature's weights to the labels' scores. Three passes, so that the memory of all features is fetched
    /// at once: to its slot, to its cells, and through the cells.
    void score(std::span<const hash> features, std::span<std::int32_t> scores) const {
        for (const hash feature : features) __builtin_prefetch(&slots_[place_of(feature, slots_.size())]);
        std::array<const std::uint16_t*, feature_list::capacity> rows;
        std::size_t found = 0;
        for (const hash feature : features) {
            const auto index = find(feature);
            if (index == 0) continue;
            rows[found] = &cells_[index - 1];
            __builtin_prefetch(rows[found++]);
        }
        for (std::size_t i = 0; i < found; ++i)
            for (const auto* cell = rows[i];; ++cell) {
                scores[*cell >> 9] += steps_[*cell & 255];
                if ((*cell & 256) != 0) break;
            }
    }

private:
    /// One more than the index of the feature's first cell; 0 when the model does not know it.
    std::uint32_t find(hash feature) const {
        const auto check = check_of(feature);
        for (auto at = place_of(feature, slots_.size());; at = at + 1 < slots_.size() ? at + 1 : 0) {
            const auto slot = slots_[at];
            if (slot == 0 || (slot & ~index_mask) == check) return slot & index_mask;
        }
    }

    std::span<const std::uint32_t> slots_;
    std::span<const std::uint16_t> cells_;
    std::span<const std::int32_t> steps_;
};

}  // namespace throughline::language
