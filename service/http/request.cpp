#include "http/request.hpp"

#include <algorithm>

namespace throughline::http {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

}  // namespace

std::string_view name(method verb) {
    switch (verb) {
        case method::get: return "GET";
        case method::head: return "HEAD";
        case method::post: return "POST";
        case method::put: return "PUT";
        case method::patch: return "PATCH";
        case method::delete_: return "DELETE";
        case method::options: return "OPTIONS";
        case method::other: return "OTHER";
    }
    return "OTHER";
}

bool same_token(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::optional<std::string_view> request::header(std::string_view wanted) const {
    for (const auto& [key, value] : headers)
        if (same_token(key, wanted)) return value;
    return std::nullopt;
}

const std::string& request::path_value(std::string_view wanted) const {
    static const std::string none;
    for (const auto& value : path_values)
        if (value.name == wanted) return value.value;
    return none;
}

std::optional<std::string_view> request::parameter_value(std::string_view wanted) const {
    for (const auto& value : query)
        if (value.name == wanted) return value.value;
    return std::nullopt;
}

std::string request::media_type() const {
    const auto type = header("Content-Type").value_or("");
    std::string plain(trimmed(type.substr(0, type.find(';'))));
    std::transform(plain.begin(), plain.end(), plain.begin(), lower);
    return plain;
}

}  // namespace throughline::http
