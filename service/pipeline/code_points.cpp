#include "pipeline/code_points.hpp"

#include <algorithm>

namespace throughline::pipeline {
namespace {

constexpr std::size_t block_size = 64;

std::uint32_t count(std::string_view bytes) {
    return static_cast<std::uint32_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

code_point_index::code_point_index(std::string_view text) : text_(text) {
    before_.reserve(text.size() / block_size + 1);
    std::uint32_t total = 0;
    for (std::size_t begin = 0; begin <= text.size(); begin += block_size) {
        before_.push_back(total);
        total += count(text.substr(begin, block_size));
    }
}

std::uint32_t code_point_index::operator()(std::uint32_t byte) const {
    const std::size_t block = byte / block_size;
    return before_[block] + count(text_.substr(block * block_size, byte % block_size));
}

}  // namespace throughline::pipeline
