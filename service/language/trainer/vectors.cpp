#include "language/trainer/vectors.hpp"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace throughline::language {
namespace {

constexpr std::size_t dimensions = 100;  // followed by the vector's length and the word's rank

}  // namespace

word_vectors read_vectors(const std::filesystem::path& path, std::size_t most_words) {
    std::ifstream file(path, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    constexpr std::string_view opening = "\"vectors\":{";
    auto at = all.find(opening);
    if (at == std::string::npos) throw std::runtime_error("no word vectors in " + path.string());
    at += opening.size();
    word_vectors out;
    out.dimensions = dimensions;
    out.words.resize(most_words);
    out.values.resize(most_words * dimensions);
    while (at < all.size() && all[at] == '"') {
        std::string word;
        for (++at; at < all.size() && all[at] != '"'; ++at) {
            if (all[at] == '\\') ++at;
            word += all[at];
        }
        at = all.find('[', at);
        if (at == std::string::npos) break;
        const char* place = all.data() + at + 1;
        float values[dimensions + 2];
        for (float& value : values) {
            char* end = nullptr;
            value = std::strtof(place, &end);
            place = end + 1;
        }
        at = static_cast<std::size_t>(place - all.data());
        if (at < all.size() && all[at] == ',') ++at;
        const auto rank = static_cast<std::size_t>(values[dimensions + 1]);
        if (rank >= most_words) continue;
        float square = 0;
        for (std::size_t d = 0; d < dimensions; ++d) square += values[d] * values[d];
        const float scale = square > 0 ? 1 / std::sqrt(square) : 0;
        out.words[rank] = word;
        for (std::size_t d = 0; d < dimensions; ++d) out.values[rank * dimensions + d] = values[d] * scale;
    }
    return out;
}

}  // namespace throughline::language
