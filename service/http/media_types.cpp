#include "http/negotiation.hpp"
#include "http/request.hpp"

#include <charconv>

namespace throughline::http {
namespace {

/// Cuts the text before the first separator outside quotation marks, and takes both off.
std::string_view next_part(std::string_view& text, char separator) {
    bool quoted = false;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (quoted && text[end] == '\\')
            ++end;
        else if (text[end] == '"')
            quoted = !quoted;
        else if (!quoted && text[end] == separator)
            break;
    }
    end = std::min(end, text.size());
    const auto part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return quoted ? value.substr(1, value.size() - 2) : value;
}

struct media_parameter {
    std::string_view name;
    std::string_view value;  ///< without its quotation marks
};

media_parameter read_parameter(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return {text, ""};
    return {trimmed(text.substr(0, equals)), unquoted(trimmed(text.substr(equals + 1)))};
}

bool has_parameter(std::string_view parameters, const media_parameter& wanted) {
    while (!parameters.empty()) {
        const auto [name, value] = read_parameter(next_part(parameters, ';'));
        if (same_token(name, wanted.name)) return same_token(value, wanted.value);
    }
    return false;
}

/// A weight outside 0 … 1, or one that is no number, counts as 1.
double read_weight(std::string_view text) {
    double weight = 1;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), weight);
    const bool whole = failed == std::errc{} && end == text.data() + text.size();
    return whole && weight >= 0 && weight <= 1 ? weight : 1;
}

struct match {
    int exactness = -1;  ///< 0 "*/*", 1 "type/*", 2 "type/subtype", one more for each parameter; -1: no match
    double weight = 0;
};

match match_range(std::string_view range, std::string_view offer) {
    const auto type = next_part(offer, ';');
    const auto named = next_part(range, ';');
    match found;
    if (named == "*/*")
        found.exactness = 0;
    else if (named.ends_with("/*") && named.size() <= type.size() &&
             same_token(named.substr(0, named.size() - 1), type.substr(0, named.size() - 1)))
        found.exactness = 1;
    else if (same_token(named, type))
        found.exactness = 2;
    else
        return found;
    found.weight = 1;
    while (!range.empty()) {
        const auto parameter = read_parameter(next_part(range, ';'));
        if (same_token(parameter.name, "q")) {
            found.weight = read_weight(parameter.value);
            break;  // what follows the weight is no part of the type
        }
        // All that is offered is UTF-8, whether the offer says so or, as JSON must, does not.
        if (parameter.name.empty() || (same_token(parameter.name, "charset") && same_token(parameter.value, "utf-8")))
            continue;
        if (!has_parameter(offer, parameter)) return {};
        ++found.exactness;
    }
    return found;
}

/// What the most exact of the ranges that match the offer says of it.
match match_all(std::string_view accept, std::string_view offer) {
    match best;
    while (!accept.empty()) {
        const auto found = match_range(next_part(accept, ','), offer);
        if (found.exactness > best.exactness) best = found;
    }
    return best;
}

}  // namespace

std::optional<std::size_t> preferred_media_type(std::string_view accept, std::span<const std::string_view> offered) {
    if (trimmed(accept).empty()) return 0;
    std::optional<std::size_t> chosen;
    match best;
    for (std::size_t place = 0; place < offered.size(); ++place) {
        const auto found = match_all(accept, offered[place]);
        if (found.exactness < 0 || found.weight <= 0) continue;
        const bool liked_as_much = found.weight == best.weight && found.exactness > best.exactness;
        if (!chosen || found.weight > best.weight || liked_as_much) {
            chosen = place;
            best = found;
        }
    }
    return chosen;
}

std::string_view media_type_parameter(std::string_view type, std::string_view name) {
    next_part(type, ';');
    while (!type.empty()) {
        const auto parameter = read_parameter(next_part(type, ';'));
        if (same_token(parameter.name, name)) return parameter.value;
    }
    return {};
}

}  // namespace throughline::http
