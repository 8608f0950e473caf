// A growing table from hashes to numbers, quick enough for hundreds of millions of look-ups.
#pragma once

#include "language/hashing.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace throughline::language {

class hash_index {
public:
    static constexpr std::uint32_t absent = 0xffffffff;

    std::uint32_t find(hash key) const {
        for (auto at = key & mask();; at = (at + 1) & mask()) {
            if (slots_[at].second == absent) return absent;
            if (slots_[at].first == key) return slots_[at].second;
        }
    }

    void prefetch(hash key) const { __builtin_prefetch(&slots_[key & mask()]); }

    /// The key's value, which is `initial` when it is new.
    std::uint32_t& at(hash key, std::uint32_t initial) {
        if (size_ * 2 >= slots_.size()) grow();
        auto place = key & mask();
        while (slots_[place].second != absent && slots_[place].first != key) place = (place + 1) & mask();
        if (slots_[place].second == absent) {
            slots_[place] = {key, initial};
            ++size_;
        }
        return slots_[place].second;
    }

private:
    std::uint64_t mask() const { return slots_.size() - 1; }

    void grow() {
        std::vector<std::pair<hash, std::uint32_t>> old(slots_.size() * 2, {0, absent});
        old.swap(slots_);
        for (const auto& [key, value] : old) {
            if (value == absent) continue;
            auto place = key & mask();
            while (slots_[place].second != absent) place = (place + 1) & mask();
            slots_[place] = {key, value};
        }
    }

    std::vector<std::pair<hash, std::uint32_t>> slots_ = std::vector<std::pair<hash, std::uint32_t>>(1024, {0, absent});
    std::size_t size_ = 0;
};

}  // namespace throughline::language
