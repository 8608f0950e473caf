// The articles that stand for a growing story where its words are counted.
#pragma once

#include "document/article_record.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace throughline::linking {

/// The articles whose keys have the least hashes: a sample that the set of articles alone decides, whatever the order
/// they come in (bottom-k sampling, Cohen & Kaplan 2007). Of many articles one more is seldom among them, so that what
/// is counted over the sample seldom changes.
class article_sample {
public:
    explicit article_sample(std::size_t most) : most_(most) {}

    struct change {
        std::vector<std::uint32_t> entered;
        std::vector<std::uint32_t> left;
    };

    /// Takes in the articles behind those of the last call.
    change grow(std::span<const article_record> articles);

    /// Indices of the articles in it.
    std::vector<std::uint32_t> articles() const;

private:
    using member = std::tuple<std::uint64_t, std::string, std::uint32_t>;  ///< hash, key, index

    std::size_t most_;
    std::uint32_t known_ = 0;
    std::set<member> members_;
};

}  // namespace throughline::linking
