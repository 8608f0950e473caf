#include "core/error.hpp"

namespace throughline {

std::string_view name(errc code) {
    switch (code) {
        case errc::invalid_json: return "invalid_json";
        case errc::invalid_field: return "invalid_field";
        case errc::missing_field: return "missing_field";
        case errc::text_empty: return "text_empty";
        case errc::too_large: return "too_large";
        case errc::invalid_encoding: return "invalid_encoding";
        case errc::unsupported_media: return "unsupported_media";
        case errc::unauthorized: return "unauthorized";
        case errc::not_found: return "not_found";
        case errc::gone: return "gone";
        case errc::method_not_allowed: return "method_not_allowed";
        case errc::not_acceptable: return "not_acceptable";
        case errc::bad_request: return "bad_request";
        case errc::conflict: return "conflict";
        case errc::timeout: return "timeout";
        case errc::overloaded: return "overloaded";
        case errc::unavailable: return "unavailable";
        case errc::internal: return "internal";
    }
    return "internal";
}

}  // namespace throughline
