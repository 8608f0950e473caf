// What one match gives the normaliser: the value of each slot, in the order of the words.
#pragma once

#include "temporal/names.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace throughline::temporal {

class slot_values {
public:
    /// A third value for the same slot is dropped: no pattern asks for one.
    void put(slot which, std::int32_t value) {
        auto& here = values_[static_cast<std::size_t>(which)];
        if (here.count < here.value.size()) here.value[here.count++] = value;
    }
    bool has(slot which) const { return values_[static_cast<std::size_t>(which)].count > 0; }
    std::optional<std::int32_t> get(slot which, std::size_t nth = 0) const {
        const auto& here = values_[static_cast<std::size_t>(which)];
        if (nth >= here.count) return std::nullopt;
        return here.value[nth];
    }
    std::int32_t get_or(slot which, std::int32_t fallback, std::size_t nth = 0) const {
        return get(which, nth).value_or(fallback);
    }

private:
    struct entry {
        std::array<std::int32_t, 2> value{};
        std::uint8_t count = 0;
    };
    std::array<entry, slot_count> values_{};
};

}  // namespace throughline::temporal
