#include "http/problem.hpp"

#include <boost/json.hpp>

namespace throughline::http {
namespace {

constexpr std::string_view retry_after_seconds = "2";

std::string_view title(errc code) {
    switch (code) {
        case errc::invalid_json: return "The body is not JSON that can be read";
        case errc::invalid_field: return "A field has a wrong value";
        case errc::missing_field: return "A required field is absent";
        case errc::text_empty: return "There is no text";
        case errc::too_large: return "Too large";
        case errc::invalid_encoding: return "The text is not clean UTF-8";
        case errc::unsupported_media: return "The content type is not read here";
        case errc::unauthorized: return "A valid API key is required";
        case errc::not_found: return "Not found";
        case errc::gone: return "Deleted";
        case errc::method_not_allowed: return "The method is not allowed here";
        case errc::not_acceptable: return "No acceptable representation";
        case errc::bad_request: return "The request is malformed";
        case errc::conflict: return "The state forbids it";
        case errc::timeout: return "Too slow";
        case errc::overloaded: return "Too much work";
        case errc::unavailable: return "Temporarily unavailable";
        case errc::internal: return "Internal error";
    }
    return "Internal error";
}

}  // namespace

unsigned status_of(errc code) {
    switch (code) {
        case errc::invalid_json:
        case errc::invalid_field:
        case errc::missing_field:
        case errc::text_empty:
        case errc::invalid_encoding:
        case errc::bad_request: return 400;
        case errc::unauthorized: return 401;
        case errc::not_found: return 404;
        case errc::method_not_allowed: return 405;
        case errc::not_acceptable: return 406;
        case errc::conflict: return 409;
        case errc::gone: return 410;
        case errc::too_large: return 413;
        case errc::unsupported_media: return 415;
        case errc::timeout:
        case errc::overloaded:
        case errc::unavailable: return 503;
        case errc::internal: return 500;
    }
    return 500;
}

response problem(unsigned status, const error& failure, std::string_view request_id) {
    const auto code = name(failure.code);
    boost::json::object body;
    body["type"] = "urn:throughline:problem:" + std::string(code);
    body["title"] = title(failure.code);
    body["status"] = status;
    body["code"] = code;
    body["detail"] = failure.detail;
    if (!failure.field.empty()) body["field"] = failure.field;
    body["request_id"] = request_id;

    response made;
    made.status = status;
    made.content_type = response::problem_type;
    made.body = boost::json::serialize(body);
    made.headers.emplace_back("Cache-Control", "no-store");
    if (status == 503 || status == 429) made.headers.emplace_back("Retry-After", retry_after_seconds);
    if (status == 401) made.headers.emplace_back("WWW-Authenticate", "Bearer");
    return made;
}

response problem(const error& failure, std::string_view request_id) {
    return problem(status_of(failure.code), failure, request_id);
}

}  // namespace throughline::http
