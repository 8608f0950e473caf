#include "core/ids.hpp"

#include <array>
#include <cstdint>
#include <random>

namespace throughline {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t random_characters = 16;

}  // namespace

std::string_view prefix(id_kind kind) {
    constexpr std::array<std::string_view, 3> prefixes{"a_", "s_", "e_"};
    return prefixes.at(static_cast<std::size_t>(kind));
}

std::string new_id(id_kind kind) {
    thread_local std::random_device device;
    std::string id(prefix(kind));
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < random_characters; ++i) {
        if (i % 6 == 0) bits = device();
        id += alphabet[bits & 31U];
        bits >>= 5U;
    }
    return id;
}

bool is_id(std::string_view text, id_kind kind) {
    const auto start = prefix(kind);
    return text.size() == start.size() + random_characters && text.starts_with(start) &&
           text.find_first_not_of(alphabet, start.size()) == std::string_view::npos;
}

}  // namespace throughline
