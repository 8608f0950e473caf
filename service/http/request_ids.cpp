#include "http/request_ids.hpp"

#include <algorithm>
#include <random>

namespace throughline::http {
namespace {

bool is_plain(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '.' || letter == '_' || letter == '-';
}

bool is_sane(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), is_plain);
}

/// SplitMix64 (Steele, Lea and Flood 2014): a bijection, so a counter's values stay apart.
std::uint64_t scramble(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

}  // namespace

request_ids::request_ids() : state_(0) {
    std::random_device entropy;
    state_ = (std::uint64_t{entropy()} << 32) | entropy();
}

std::string request_ids::choose(std::optional<std::string_view> offered) {
    if (offered && is_sane(*offered)) return std::string(*offered);
    state_ += 0x9e3779b97f4a7c15;
    const auto value = scramble(state_);
    std::string id(16, '0');
    for (std::size_t index = 0; index < id.size(); ++index)
        id[index] = "0123456789abcdef"[(value >> (60 - 4 * index)) & 15];
    return id;
}

}  // namespace throughline::http
