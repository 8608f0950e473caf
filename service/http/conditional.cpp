#include "http/conditional.hpp"

#include "http/request.hpp"

#include <xxhash.h>

#include <cstdio>

namespace throughline::http {
namespace {

std::string_view opaque(std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return tag;
}

}  // namespace

std::string make_etag(std::string_view body) {
    char text[32];
    std::snprintf(text, sizeof text, "W/\"%016llx\"",
                  static_cast<unsigned long long>(XXH3_64bits(body.data(), body.size())));
    return text;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    if (trimmed(if_none_match) == "*") return true;
    const auto wanted = opaque(etag);
    while (!if_none_match.empty()) {
        const auto comma = if_none_match.find(',');
        if (opaque(trimmed(if_none_match.substr(0, comma))) == wanted) return true;
        if (comma == std::string_view::npos) break;
        if_none_match.remove_prefix(comma + 1);
    }
    return false;
}

}  // namespace throughline::http
