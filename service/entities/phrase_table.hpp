// A table of phrases looked up word by word: every prefix of a phrase is marked, so that a search knows when to stop.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace throughline::entities {

/// FNV-1a over bytes, to be continued from word to word.
constexpr std::uint64_t hash_start = 0xcbf29ce484222325ULL;
constexpr std::uint64_t hash_byte(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
}
constexpr std::uint64_t hash_bytes(std::string_view text, std::uint64_t hash = hash_start) {
    for (const char c : text) hash = hash_byte(hash, c);
    return hash;
}
constexpr char lower_byte(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr std::uint64_t hash_lower(std::string_view text, std::uint64_t hash = hash_start) {
    for (const char c : text) hash = hash_byte(hash, lower_byte(c));
    return hash;
}

/// Maps the hash of a phrase, its words parted by one blank, to a value above 0. Two phrases of one 64-bit hash are
/// taken for the same.
class phrase_table {
public:
    static constexpr std::uint32_t absent = 0;  ///< neither a phrase nor the beginning of one
    static constexpr std::uint32_t prefix = 1;  ///< only the beginning of one

    /// Adds a phrase with a value above `prefix`; the first value of a phrase stays.
    void add(std::string_view phrase, std::uint32_t value);

    std::uint32_t find(std::uint64_t hash) const {
        if (slots_.empty()) return absent;
        for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].value == absent) return absent;
            if (slots_[at].hash == hash) return slots_[at].value;
        }
    }

private:
    struct slot {
        std::uint64_t hash = 0;
        std::uint32_t value = absent;
    };
    void put(std::uint64_t hash, std::uint32_t value);
    void grow();

    std::vector<slot> slots_;  ///< a power of two, at most half full
    std::size_t used_ = 0;
};

}  // namespace throughline::entities
