#include "language/trainer/perceptron.hpp"

#include "language/linear_model.hpp"
#include "language/trainer/model_writer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iostream>
#include <stdexcept>

namespace throughline::language {
namespace {

constexpr double share_within_range = 0.9995;  // of the weights; larger ones are cut to the range of 8 bits
constexpr double fullest = 0.8;                // of the table's slots

}  // namespace

void perceptron::count(std::span<const hash> features) {
    for (const hash feature : features)
        if (++index_.at(feature, 0) == min_count_) order_.push_back(feature);
}

void perceptron::seal() {
    index_ = {};
    for (std::uint32_t row = 0; row < order_.size(); ++row) index_.at(order_[row], row);
    rows_.resize(order_.size());
}

void perceptron::score(std::span<const hash> features, std::span<float> scores) const {
    for (const hash feature : features) index_.prefetch(feature);
    for (const hash feature : features) {
        const auto row = index_.find(feature);
        if (row == hash_index::absent) continue;
        for (const auto& c : rows_[row]) scores[c.label] += c.weight;
    }
}

void perceptron::update(std::span<const hash> features, unsigned label, float delta) {
    for (const hash feature : features) {
        const auto found = index_.find(feature);
        if (found == hash_index::absent) continue;
        auto& row = rows_[found];
        auto it = std::find_if(row.begin(), row.end(), [&](const cell& c) { return c.label == label; });
        if (it == row.end()) it = row.insert(row.end(), {label, 0, 0, now_});
        it->total += it->weight * static_cast<double>(now_ - it->since);
        it->since = now_;
        it->weight += delta;
    }
}

void perceptron::write(model_writer& out, const std::string& name, int smallest) {
    std::vector<double> sizes;
    for (auto& row : rows_)
        for (auto& c : row) {
            c.total = (c.total + c.weight * static_cast<double>(now_ - c.since)) / static_cast<double>(now_);
            c.since = now_;
            if (c.total != 0) sizes.push_back(std::abs(c.total));
        }
    if (sizes.empty()) throw std::runtime_error("nothing was learned for " + name);
    const auto at = static_cast<std::ptrdiff_t>(share_within_range * static_cast<double>(sizes.size() - 1));
    std::nth_element(sizes.begin(), sizes.begin() + at, sizes.end());
    const double scale = 127.0 / sizes[static_cast<std::size_t>(at)];

    std::vector<std::uint16_t> cells;
    std::vector<std::pair<hash, std::uint32_t>> kept;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto first = cells.size();
        for (const auto& c : rows_[i]) {
            const auto weight = static_cast<int>(std::lround(std::clamp(c.total * scale, -127.0, 127.0)));
            if (std::abs(weight) >= smallest) cells.push_back(linear_model::cell(c.label, false, weight));
        }
        if (cells.size() == first) continue;
        cells.back() |= 256U;
        kept.emplace_back(order_[i], static_cast<std::uint32_t>(first + 1));
    }
    if (cells.size() >= linear_model::index_mask) throw std::runtime_error("too many weights for " + name);
    std::vector<std::uint32_t> slots(
        std::bit_ceil(static_cast<std::size_t>(static_cast<double>(kept.size()) / fullest)));
    for (const auto& [feature, index] : kept) {
        auto slot = feature & (slots.size() - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
        slots[slot] = linear_model::check_of(feature) | index;
    }
    std::cerr << name << ": " << kept.size() << " features, " << cells.size() << " weights, scale " << scale << '\n';
    out.add(name + ".slots", slots);
    out.add(name + ".cells", cells);
}

}  // namespace throughline::language
