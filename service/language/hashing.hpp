// Hashes of words. Models hold these values: a change here needs models trained anew.
#pragma once

#include <cstdint>
#include <string_view>

namespace throughline::language {

using hash = std::uint64_t;

constexpr hash mix(hash h) {
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93ULL;
    h ^= h >> 32;
    return h;
}

constexpr hash combine(hash a, hash b) { return mix((a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2)))); }

/// The hash of bytes is mix() of all of them added to `no_bytes`, one by one.
constexpr hash no_bytes = 0xcbf29ce484222325ULL;
constexpr hash add_byte(hash h, char c) { return (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL; }

constexpr hash hash_bytes(std::string_view bytes) {
    hash h = no_bytes;
    for (const char c : bytes) h = add_byte(h, c);
    return mix(h);
}

}  // namespace throughline::language
