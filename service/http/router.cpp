#include "http/router.hpp"

#include <algorithm>

namespace throughline::http {
namespace {

bool is_name(std::string_view segment) { return segment.starts_with('{'); }

/// "/" has no segments, as in a request's target.
std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> segments;
    if (path == "/") return segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto slash = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, slash));
        path.remove_prefix(slash);
    }
    return segments;
}

bool matches(const route& candidate, std::span<const std::string> segments) {
    return std::equal(candidate.segments.begin(), candidate.segments.end(), segments.begin(), segments.end(),
                      [](const std::string& pattern, const std::string& given) {
                          return is_name(pattern) ? !given.empty() : pattern == given;
                      });
}

std::vector<parameter> values_of(const route& found, std::span<const std::string> segments) {
    std::vector<parameter> values;
    for (std::size_t index = 0; index < segments.size(); ++index) {
        const auto& pattern = found.segments[index];
        if (is_name(pattern)) values.push_back({pattern.substr(1, pattern.size() - 2), segments[index]});
    }
    return values;
}

}  // namespace

void router::add(method verb, std::string path, handler handle, route_options options) {
    auto segments = split(path);
    routes_.push_back({verb, std::move(path), std::move(segments), std::move(handle), options});
}

route_match router::find(method verb, std::span<const std::string> segments) const {
    const method wanted = verb == method::head ? method::get : verb;
    route_match match;
    for (const auto& candidate : routes_) {
        if (!matches(candidate, segments)) continue;
        if (candidate.verb == wanted) {
            match.found = &candidate;
            match.values = values_of(candidate, segments);
            return match;
        }
        match.allow += candidate.verb == method::get ? "GET, HEAD" : name(candidate.verb);
        match.allow += ", ";
    }
    if (!match.allow.empty()) match.allow += "OPTIONS";
    return match;
}

}  // namespace throughline::http
