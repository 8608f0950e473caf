#include "language/feed_forward.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace throughline::language;

template <class Value>
std::string bytes_of(const std::vector<Value>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

/// A model file of version 1 with the given sections.
std::string model(const std::vector<std::pair<std::string, std::string>>& sections) {
    model_file::header head{};
    std::memcpy(head.magic, model_file::magic.data(), sizeof head.magic);
    head.version = 1;
    head.sections = static_cast<std::uint32_t>(sections.size());
    std::string out(reinterpret_cast<const char*>(&head), sizeof head);
    const auto after_rows = out.size() + sections.size() * sizeof(model_file::section_row);
    auto offset = (after_rows + 63) / 64 * 64;
    for (const auto& [name, content] : sections) {
        model_file::section_row row{};
        std::memcpy(row.name, name.data(), name.size());
        row.offset = offset;
        row.size = content.size();
        out.append(reinterpret_cast<const char*>(&row), sizeof row);
        offset += (content.size() + 63) / 64 * 64;
    }
    for (const auto& [name, content] : sections) {
        out.resize((out.size() + 63) / 64 * 64);
        out += content;
    }
    return out;
}

constexpr std::size_t width = 64;
using network = feed_forward<width>;

/// The weight of a hidden unit in a row: any pattern with both signs and the extremes.
int weight(std::size_t row, std::size_t unit) { return static_cast<int>((row * 89 + unit * 37) % 255) - 127; }

std::string patterned_model(std::size_t rows) {
    std::vector<std::uint8_t> layer(rows * width);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t unit = 0; unit < width; ++unit)
            layer[row * width + network::place_of(unit)] = static_cast<std::uint8_t>(weight(row, unit) + network::zero);
    std::vector<std::int16_t> outputs;
    for (std::size_t unit = 0; unit < width; ++unit)
        outputs.push_back(static_cast<std::int16_t>(3 - static_cast<int>(unit)));
    return model({{"n.rows", bytes_of(layer)},
                  {"n.outputs", bytes_of(outputs)},
                  {"n.biases", bytes_of(std::vector<std::int32_t>{-5})},
                  {"n.unit", bytes_of(std::vector<float>{0.5F})}});
}

}  // namespace

TEST_SUITE("feed_forward") {
    TEST_CASE("the hidden layer is the rectified sum of the rows") {
        const auto bytes = patterned_model(200);
        const network net(model_file(bytes, 1), "n");
        for (const std::size_t count : {0, 1, 2, 17, 200}) {
            std::vector<std::uint32_t> on;
            for (std::uint32_t row = 0; row < count; ++row) on.push_back(row);
            network::hidden layer;
            net.activate(on, layer);

            std::int32_t score = -5;
            for (std::size_t unit = 0; unit < width; ++unit) {
                int sum = 0;
                for (const auto row : on) sum += weight(row, unit);
                CHECK(layer.units[unit] == std::max(sum, 0));
                if (sum > 0) CHECK((layer.active >> unit / 2 & 1) == 1);
                score += std::max(sum, 0) * (3 - static_cast<int>(unit));
            }
            std::array<std::int32_t, 1> found{};
            net.score(layer, 0, found);
            CHECK(found[0] == score);
        }
    }

    TEST_CASE("layers whose sizes do not agree are refused") {
        const std::string row(width, '\0');
        const auto short_output = model({{"n.rows", row}, {"n.outputs", row}, {"n.biases", std::string(4, '\0')}});
        CHECK_THROWS_AS(network(model_file(short_output, 1), "n"), std::runtime_error);
        const auto odd_row = model({{"n.rows", row + "x"}, {"n.outputs", ""}, {"n.biases", ""}});
        CHECK_THROWS_AS(network(model_file(odd_row, 1), "n"), std::runtime_error);
    }
}
