#include "http/cursor.hpp"

#include <xxhash.h>

#include <cstdint>

namespace throughline::http {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t longest_cursor = 2048;
constexpr std::size_t checksum_bytes = 4;

std::string checksum(std::string_view list, std::string_view position) {
    const auto seed = XXH3_64bits(list.data(), list.size());
    const auto hash = XXH3_64bits_withSeed(position.data(), position.size(), seed);
    std::string bytes;
    for (std::size_t index = 0; index < checksum_bytes; ++index) bytes += static_cast<char>(hash >> (8 * index));
    return bytes;
}

std::string to_base64url(std::string_view bytes) {
    std::string text;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | static_cast<std::uint8_t>(byte);
        for (held += 8; held >= 6; held -= 6) text += alphabet[(bits >> (held - 6)) & 63];
    }
    if (held > 0) text += alphabet[(bits << (6 - held)) & 63];
    return text;
}

/// false when the text is not the one encoding of some bytes.
bool from_base64url(std::string_view text, std::string& bytes) {
    std::uint32_t bits = 0;
    int held = 0;
    for (const char letter : text) {
        const auto value = alphabet.find(letter);
        if (value == std::string_view::npos) return false;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>(bits >> held);
        }
    }
    return held < 6 && (bits & ((1u << held) - 1)) == 0;
}

}  // namespace

std::string encode_cursor(std::string_view list, std::string_view position) {
    return to_base64url(checksum(list, position).append(position));
}

result<std::string> decode_cursor(std::string_view list, std::string_view cursor) {
    error refused{errc::bad_request, "The cursor is not one that this list gave out.", "cursor"};
    std::string bytes;
    if (cursor.size() > longest_cursor || !from_base64url(cursor, bytes) || bytes.size() < checksum_bytes)
        return refused;
    std::string position = bytes.substr(checksum_bytes);
    if (bytes.compare(0, checksum_bytes, checksum(list, position)) != 0) return refused;
    return position;
}

}  // namespace throughline::http
