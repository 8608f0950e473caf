// Which weights a network's rows share while it learns.
#pragma once

#include "language/word_clusters.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace throughline::language {

/// Every row is the sum of parts: its own and such as it has in common with others, which are better known than a rare
/// row can be. The written model holds the sums.
class row_parts {
public:
    /// Rows that share nothing.
    void add_single(std::uint32_t size);
    /// A row for each pair of two values, the second one running faster; pairs share by first and by second value.
    void add_products(std::uint32_t firsts, std::uint32_t seconds);
    /// A row for each form, then one for each class of words. A form shares with its classes, the finer and the
    /// coarser; the first `unclassed` forms stand for no words. `coarse_of_fine` has an entry for each class.
    void add_words(std::span<const word_class> class_of_form, std::uint32_t unclassed,
                   std::span<const std::uint16_t> coarse_of_fine);

    std::uint32_t parts() const { return parts_; }
    std::uint32_t rows() const { return static_cast<std::uint32_t>(ends_.size()) - 1; }
    std::span<const std::uint32_t> of(std::uint32_t row) const {
        return std::span(all_).subspan(ends_[row], ends_[row + 1] - ends_[row]);
    }

private:
    /// Numbers for `count` new parts; returns the first one.
    std::uint32_t reserve(std::uint32_t count) {
        parts_ += count;
        return parts_ - count;
    }
    void add(std::initializer_list<std::uint32_t> parts) {
        all_.insert(all_.end(), parts);
        ends_.push_back(static_cast<std::uint32_t>(all_.size()));
    }

    std::uint32_t parts_ = 0;
    std::vector<std::uint32_t> all_;
    std::vector<std::uint32_t> ends_{0};
};

}  // namespace throughline::language
