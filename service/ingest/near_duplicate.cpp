#include "ingest/near_duplicate.hpp"

#include "text/utf8.hpp"

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace throughline::ingest {
namespace {

constexpr std::size_t shingle_words = 5;

struct hash_family {
    std::array<std::uint32_t, near_signature::size> masks;
    std::array<std::uint32_t, near_signature::size> factors;
};

// Splitmix64 (Steele et al. 2014) from a fixed seed: stored signatures stay comparable for ever.
constexpr hash_family make_family() {
    hash_family family{};
    std::uint64_t state = 0x7468726f7567686cULL;
    const auto next = [&state] {
        state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    };
    for (std::size_t i = 0; i < near_signature::size; ++i) {
        family.masks[i] = static_cast<std::uint32_t>(next());
        family.factors[i] = static_cast<std::uint32_t>(next()) | 1U;
    }
    return family;
}
constexpr hash_family family = make_family();

void add(near_signature& signature, std::uint32_t shingle) {
    for (std::size_t i = 0; i < near_signature::size; ++i)
        signature.minima[i] = std::min(signature.minima[i], (shingle ^ family.masks[i]) * family.factors[i]);
}

}  // namespace

near_signature sign(std::string_view article) {
    const std::string folded = text::fold(article);
    near_signature signature;
    signature.minima.fill(std::numeric_limits<std::uint32_t>::max());
    std::array<std::uint64_t, shingle_words> window{};
    std::size_t words = 0;
    const auto add_window = [&] {
        add(signature, static_cast<std::uint32_t>(XXH3_64bits(window.data(), sizeof window) >> 32));
    };
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size()) {
            const auto point = text::decode(folded, end);
            if (!text::is_wordlike(text::kind_of(point.value))) break;
            end += point.size;
        }
        if (end == at) {
            at += text::decode(folded, at).size;
            continue;
        }
        std::rotate(window.begin(), window.begin() + 1, window.end());
        window.back() = XXH3_64bits(folded.data() + at, end - at);
        if (++words >= shingle_words) add_window();
        at = end;
    }
    if (words > 0 && words < shingle_words) add_window();
    return signature;
}

std::array<std::int64_t, near_signature::band_count> near_signature::bands() const {
    std::array<std::int64_t, band_count> keys{};
    for (std::size_t band = 0; band < band_count; ++band)
        keys[band] =
            static_cast<std::int64_t>(XXH3_64bits_withSeed(&minima[band * rows], rows * sizeof minima[0], band));
    return keys;
}

std::string near_signature::bytes() const {
    std::string out;
    out.reserve(size * 4);
    for (const auto value : minima)
        for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((value >> shift) & 0xffU);
    return out;
}

std::optional<near_signature> near_signature::from_bytes(std::string_view bytes) {
    if (bytes.size() != size * 4) return std::nullopt;
    near_signature signature;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        signature.minima[i / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * (i % 4));
    return signature;
}

double similarity(const near_signature& a, const near_signature& b) {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < near_signature::size; ++i) equal += a.minima[i] == b.minima[i];
    return static_cast<double>(equal) / static_cast<double>(near_signature::size);
}

}  // namespace throughline::ingest
