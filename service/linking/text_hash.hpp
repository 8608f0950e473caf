// Hashes of words that are the same on every platform.
#pragma once

#include <cstdint>
#include <string_view>

namespace throughline::linking {

/// FNV-1a.
constexpr std::uint64_t text_hash(std::string_view text) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return value;
}

/// One whose order has nothing to do with the texts' (the finaliser of MurmurHash3).
constexpr std::uint64_t spread_hash(std::string_view text) {
    auto value = text_hash(text);
    value = (value ^ value >> 33U) * 0xff51afd7ed558ccdULL;
    value = (value ^ value >> 33U) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ value >> 33U;
}

}  // namespace throughline::linking
