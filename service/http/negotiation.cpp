#include "http/negotiation.hpp"

#include "http/request.hpp"

#include <optional>

namespace throughline::http {
namespace {

/// "q=0", "q=0.0", … refuse; everything else, malformed weights too, accepts.
bool refused(std::string_view parameters) {
    while (!parameters.empty()) {
        const auto semicolon = parameters.find(';');
        const auto part = trimmed(parameters.substr(0, semicolon));
        if (part.size() > 2 && (part[0] == 'q' || part[0] == 'Q') && part[1] == '=')
            return part.substr(2).find_first_not_of("0.") == std::string_view::npos;
        if (semicolon == std::string_view::npos) break;
        parameters.remove_prefix(semicolon + 1);
    }
    return false;
}

}  // namespace

content_coding preferred_coding(std::string_view accept_encoding) {
    std::optional<bool> gzip;
    bool any = false;
    while (!accept_encoding.empty()) {
        const auto comma = accept_encoding.find(',');
        const auto item = trimmed(accept_encoding.substr(0, comma));
        const auto semicolon = item.find(';');
        const auto coding = trimmed(item.substr(0, semicolon));
        const bool accepted = semicolon == std::string_view::npos || !refused(item.substr(semicolon + 1));
        if (same_token(coding, "gzip") || same_token(coding, "x-gzip")) gzip = accepted;
        if (coding == "*") any = accepted;
        if (comma == std::string_view::npos) break;
        accept_encoding.remove_prefix(comma + 1);
    }
    return gzip.value_or(any) ? content_coding::gzip : content_coding::identity;
}

}  // namespace throughline::http
