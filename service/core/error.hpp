// Expected failures: a stable code for machines, a sentence for people and the field that is at fault.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace throughline {

/// Stable codes; name() is what clients see in problem+json.
enum class errc : std::uint8_t {
    invalid_json,        ///< the body is not JSON, too deep, or repeats a key
    invalid_field,       ///< a field has the wrong type or value
    missing_field,       ///< a required field is absent
    text_empty,          ///< no text is left after white space and furniture
    too_large,           ///< body or text over the limit
    invalid_encoding,    ///< not UTF-8, or characters that no text holds
    unsupported_media,   ///< a content type or encoding that is not read
    unauthorized,        ///< an API key is required and none, or a wrong one, was given
    not_found,           ///< no such thing
    gone,                ///< it was there and was deleted
    method_not_allowed,  ///< the path exists, the verb does not
    not_acceptable,      ///< no representation that the client accepts
    bad_request,         ///< malformed HTTP, query or cursor
    conflict,            ///< the state forbids it
    timeout,             ///< the client or the database was too slow
    overloaded,          ///< too much work is queued
    unavailable,         ///< the database does not answer
    internal             ///< a defect of ours
};

/// "invalid_json", "not_found", …
std::string_view name(errc code);

struct error {
    errc code = errc::internal;
    std::string detail;  ///< one sentence in plain English; never an internal
    std::string field;   ///< JSON member or query parameter at fault; "" when there is none
};

/// A value or the error that stands in its place.
template <class T>
class [[nodiscard]] result {
public:
    result(T value) : state_(std::move(value)) {}
    result(error failure) : state_(std::move(failure)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }
    T& operator*() { return std::get<0>(state_); }
    const T& operator*() const { return std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }
    const T* operator->() const { return &std::get<0>(state_); }
    const throughline::error& failure() const { return std::get<1>(state_); }

private:
    std::variant<T, throughline::error> state_;
};

}  // namespace throughline
