#include "language/trainer/perceptron.hpp"

#include "language/linear_model.hpp"
#include "language/trainer/model_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <stdexcept>

namespace throughline::language {
namespace {

constexpr double fullest = 0.8;  // of the table's slots

constexpr double unit = 1 << 20;  // what the largest weight becomes
constexpr double bend = 5;        // how much closer the steps lie near zero

/// Weights are heavy-tailed: a few large ones on frequent features decide most, many small ones together decide the
/// rest. Even steps would lose either, so they grow exponentially (as in the mu-law of telephony).
double value_of(int step) {
    const double size = std::expm1(bend * std::min(std::abs(step), 127) / 127) / std::expm1(bend);
    return step < 0 ? -size : size;
}

/// The step of a weight between -1 and 1.
int step_of(double weight) {
    const auto step = static_cast<int>(std::lround(std::log1p(std::abs(weight) * std::expm1(bend)) / bend * 127));
    return weight < 0 ? -step : step;
}

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
    std::array<const row*, feature_list::capacity> found;
    std::size_t count = 0;
    for (const hash feature : features) {
        const auto number = index_.find(feature);
        if (number == hash_index::absent) continue;
        found[count++] = &rows_[number];
        __builtin_prefetch(found[count - 1]);
    }
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(found[i]->cells.data());
    for (std::size_t i = 0; i < count; ++i)
        for (const auto& c : found[i]->cells) scores[c.label] += c.weight;
}

void perceptron::update(std::span<const hash> features, unsigned label, float delta) {
    for (const hash feature : features) {
        const auto number = index_.find(feature);
        if (number == hash_index::absent) continue;
        auto& [cells, histories] = rows_[number];
        const auto found = std::find_if(cells.begin(), cells.end(), [&](const cell& c) { return c.label == label; });
        const auto place = static_cast<std::size_t>(found - cells.begin());
        if (place == cells.size()) {
            cells.push_back({label, 0});
            histories.push_back({0, now_});
        }
        histories[place].total += cells[place].weight * static_cast<double>(now_ - histories[place].since);
        histories[place].since = now_;
        cells[place].weight += delta;
    }
}

void perceptron::write(model_writer& out, const std::string& name, std::size_t most_weights) {
    const auto for_each_weight = [&](auto visit) {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (std::size_t k = 0; k < rows_[i].cells.size(); ++k)
                visit(i, rows_[i].cells[k].label, average(rows_[i].cells[k], rows_[i].histories[k]));
    };
    double largest = 0;
    for_each_weight([&](std::size_t, std::uint32_t, double weight) { largest = std::max(largest, std::abs(weight)); });
    if (largest == 0) throw std::runtime_error("nothing was learned for " + name);
    std::array<std::size_t, 128> counts{};
    for_each_weight([&](std::size_t, std::uint32_t, double weight) {
        ++counts[static_cast<std::size_t>(std::abs(step_of(weight / largest)))];
    });
    int smallest = 127;
    for (auto kept = counts[127]; smallest > 1; --smallest) {
        kept += counts[static_cast<std::size_t>(smallest - 1)];
        if (kept > most_weights) break;
    }

    std::vector<std::uint16_t> cells;
    std::vector<std::pair<hash, std::uint32_t>> kept;
    for_each_weight([&](std::size_t row, std::uint32_t label, double weight) {
        const auto step = step_of(weight / largest);
        if (std::abs(step) < smallest) return;
        const bool first_of_row = kept.empty() || kept.back().first != order_[row];
        if (first_of_row) {
            if (!cells.empty()) cells.back() |= 256U;
            kept.emplace_back(order_[row], static_cast<std::uint32_t>(cells.size() + 1));
        }
        cells.push_back(linear_model::cell(label, false, static_cast<unsigned>(step + 128)));
    });
    cells.back() |= 256U;
    if (cells.size() >= linear_model::index_mask) throw std::runtime_error("too many weights for " + name);
    std::vector<std::uint32_t> slots(static_cast<std::size_t>(static_cast<double>(kept.size()) / fullest) + 1);
    for (const auto& [feature, index] : kept) {
        auto slot = linear_model::place_of(feature, slots.size());
        while (slots[slot] != 0) slot = slot + 1 < slots.size() ? slot + 1 : 0;
        slots[slot] = linear_model::check_of(feature) | index;
    }
    std::vector<std::int32_t> steps;
    for (int step = -128; step < 128; ++step)
        steps.push_back(static_cast<std::int32_t>(std::lround(value_of(step) * unit)));
    std::cerr << name << ": " << kept.size() << " features, " << cells.size() << " weights of at least step "
              << smallest << '\n';
    out.add(name + ".slots", slots);
    out.add(name + ".cells", cells);
    out.add(name + ".steps", steps);
}

}  // namespace throughline::language
