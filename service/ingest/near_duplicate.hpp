// Near copies by MinHash over word shingles (Broder 1997), with band keys for look-up (Indyk and Motwani 1998).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::ingest {

/// Minima of independent hashes over the set of a text's shingles (runs of five words, folded to lower case).
/// The share of equal minima estimates the share of common shingles (Jaccard), with a standard error of at most 0.06.
struct near_signature {
    static constexpr std::size_t rows = 3;
    static constexpr std::size_t band_count = 24;
    static constexpr std::size_t size = rows * band_count;

    std::array<std::uint32_t, size> minima{};

    bool operator==(const near_signature&) const = default;

    /// Keys to find candidates by: texts that share half of their shingles share a key 24 times of 25.
    /// A key holds its band's number, so that all keys may stand in one column.
    std::array<std::int64_t, band_count> bands() const;

    /// 288 bytes, little endian, for the store.
    std::string bytes() const;
    static std::optional<near_signature> from_bytes(std::string_view bytes);
};

/// Signature of a text in time linear in its length. Fewer than five words make one shingle.
near_signature sign(std::string_view text);

/// Estimated share of common shingles, 0 to 1.
double similarity(const near_signature& a, const near_signature& b);

}  // namespace throughline::ingest
