#include "language/trainer/train_clusters.hpp"

#include "language/trainer/shuffle.hpp"
#include "language/word_clusters.hpp"
#include "language/word_info.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <numeric>

namespace throughline::language {
namespace {

constexpr std::size_t fine_classes = 800;
constexpr std::size_t coarse_classes = 60;
constexpr int rounds = 12;

struct partition {
    std::vector<std::uint16_t> member;  ///< class of each row
    std::vector<float> centres;         ///< unit length, `dimensions` numbers a class
};

/// Spherical k-means (Dhillon and Modha 2001) over rows of unit length, begun at random rows.
partition cluster(const std::vector<float>& rows, std::size_t dimensions, std::size_t classes, random_source& random) {
    const auto count = rows.size() / dimensions;
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    shuffle(order, random);
    partition out{std::vector<std::uint16_t>(count), std::vector<float>(classes * dimensions)};
    for (std::size_t k = 0; k < classes; ++k)
        std::copy_n(&rows[order[k] * dimensions], dimensions, &out.centres[k * dimensions]);
    std::vector<float> across(dimensions * classes), likeness(classes);
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t k = 0; k < classes; ++k)
            for (std::size_t d = 0; d < dimensions; ++d) across[d * classes + k] = out.centres[k * dimensions + d];
        for (std::size_t row = 0; row < count; ++row) {
            std::fill(likeness.begin(), likeness.end(), 0.0F);
            for (std::size_t d = 0; d < dimensions; ++d) {
                const float value = rows[row * dimensions + d];
                const float* column = &across[d * classes];
                for (std::size_t k = 0; k < classes; ++k) likeness[k] += value * column[k];
            }
            out.member[row] =
                static_cast<std::uint16_t>(std::max_element(likeness.begin(), likeness.end()) - likeness.begin());
        }
        std::fill(out.centres.begin(), out.centres.end(), 0.0F);
        for (std::size_t row = 0; row < count; ++row)
            for (std::size_t d = 0; d < dimensions; ++d)
                out.centres[out.member[row] * dimensions + d] += rows[row * dimensions + d];
        for (std::size_t k = 0; k < classes; ++k) {
            float square = 0;
            for (std::size_t d = 0; d < dimensions; ++d)
                square += out.centres[k * dimensions + d] * out.centres[k * dimensions + d];
            const float scale = square > 0 ? 1 / std::sqrt(square) : 0;
            for (std::size_t d = 0; d < dimensions; ++d) out.centres[k * dimensions + d] *= scale;
        }
    }
    return out;
}

}  // namespace

model_writer train_clusters(const word_vectors& vectors) {
    random_source random(5);
    const auto fine = cluster(vectors.values, vectors.dimensions, fine_classes, random);
    const auto coarse = cluster(fine.centres, vectors.dimensions, coarse_classes, random);
    std::vector<std::pair<hash, std::uint32_t>> rows;
    std::string buffer;
    for (std::size_t i = 0; i < vectors.words.size(); ++i) {
        if (vectors.words[i].empty()) continue;
        const auto k = fine.member[i];
        const word_class found{static_cast<std::uint16_t>(k + 1), static_cast<std::uint16_t>(coarse.member[k] + 1)};
        rows.emplace_back(describe(vectors.words[i], buffer).lower, found.pack());
    }
    std::cerr << "clusters: " << rows.size() << " words\n";
    model_writer out(word_clusters::version);
    out.add("words", make_word_table(rows));
    return out;
}

}  // namespace throughline::language
