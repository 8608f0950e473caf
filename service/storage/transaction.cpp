#include "storage/transaction.hpp"

#include <array>
#include <charconv>

namespace throughline::storage {

void params::add(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    values_.emplace_back(std::string(buffer.data(), end));
}

std::string params::array_literal(const std::vector<std::optional<std::string>>& elements) {
    std::size_t size = 2;
    for (const auto& element : elements) size += element ? element->size() + 3 : 5;
    std::string literal;
    literal.reserve(size);
    literal += '{';
    for (const auto& element : elements) {
        if (literal.size() > 1) literal += ',';
        if (!element) {
            literal += "NULL";
            continue;
        }
        literal += '"';
        for (const char c : *element) {
            if (c == '"' || c == '\\') literal += '\\';
            literal += c;
        }
        literal += '"';
    }
    literal += '}';
    return literal;
}

}  // namespace throughline::storage
