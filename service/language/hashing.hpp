// Hashes of words and features. Models hold these values: a change here needs models trained anew.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

constexpr hash hash_bytes(std::string_view bytes) {
    hash h = 0xcbf29ce484222325ULL;
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mix(h);
}

/// The features of one decision: hashes, each salted by the number of its template.
class feature_list {
public:
    static constexpr std::size_t capacity = 160;

    void clear() { size_ = 0; }
    void add(unsigned feature_template, hash value) { values_[size_++] = combine(feature_template + 1, value); }
    void add(unsigned feature_template, hash a, hash b) { add(feature_template, combine(a, b)); }
    void add(unsigned feature_template, hash a, hash b, hash c) { add(feature_template, combine(combine(a, b), c)); }
    std::span<const hash> values() const { return {values_.data(), size_}; }

private:
    std::array<hash, capacity> values_{};
    std::size_t size_ = 0;
};

}  // namespace throughline::language
