#include "api/keys.hpp"

#include <string_view>

namespace throughline::api {
namespace {

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    unsigned difference = 0;
    for (std::size_t index = 0; index < left.size(); ++index)
        difference |= static_cast<unsigned>(left[index] ^ right[index]);
    return difference == 0;
}

}  // namespace

std::optional<error> check_key(const http::request& asked, const std::vector<std::string>& keys) {
    constexpr std::string_view scheme = "Bearer ";
    const auto given = asked.header("Authorization").value_or("");
    bool known = false;
    if (given.size() > scheme.size() && http::same_token(given.substr(0, scheme.size()), scheme)) {
        const auto key = http::trimmed(given.substr(scheme.size()));
        for (const auto& right : keys) known = equal_in_constant_time(key, right) || known;
    }
    if (known) return std::nullopt;
    return error{errc::unauthorized, "Send Authorization: Bearer with a key that this service knows.", ""};
}

}  // namespace throughline::api
