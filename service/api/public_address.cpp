#include "api/public_address.hpp"

#include <algorithm>
#include <string_view>

namespace throughline::api {
namespace {

constexpr std::size_t longest_host = 261;  // 255 octets of a name, a colon and a port

/// Letters, digits and what else stands in a name, a number and a port: a Host goes into documents as it is.
bool is_host(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(".-_:[]").find(c) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= longest_host && std::all_of(text.begin(), text.end(), plain);
}

}  // namespace

std::string public_address(const services& with, const http::request& asked) {
    if (!with.public_url.empty()) return with.public_url;
    const auto host = asked.header("Host").value_or("");
    return "http://" + (is_host(host) ? std::string(host) : "localhost");
}

}  // namespace throughline::api
