// How the features of the name model become hashes.
#pragma once

#include <cstdint>

namespace throughline::entities {

/// Spreads a value over 64 bits (the finaliser of SplitMix64).
constexpr std::uint64_t spread(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

}  // namespace throughline::entities
