#include "entities/phrase_table.hpp"

#include <utility>

namespace throughline::entities {

void phrase_table::add(std::string_view phrase, std::uint32_t value) {
    std::uint64_t hash = hash_start;
    for (const char c : phrase) {
        if (c == ' ') put(hash, prefix);
        hash = hash_byte(hash, c);
    }
    put(hash, value);
}

void phrase_table::put(std::uint64_t hash, std::uint32_t value) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
        slot& place = slots_[at];
        if (place.value == absent) {
            place = {hash, value};
            ++used_;
            return;
        }
        if (place.hash != hash) continue;
        if (place.value == prefix) place.value = value;
        return;
    }
}

void phrase_table::grow() {
    const auto old = std::exchange(slots_, std::vector<slot>(slots_.empty() ? 1024 : 2 * slots_.size()));
    used_ = 0;
    for (const slot& place : old)
        if (place.value != absent) put(place.hash, place.value);
}

}  // namespace throughline::entities
