#include "api/prefer.hpp"

#include "api/parameters.hpp"
#include "http/request.hpp"

#include <algorithm>

namespace throughline::api {

std::optional<std::chrono::seconds> preferred_wait(std::string_view prefer) {
    while (!prefer.empty()) {
        const auto end = std::min(prefer.find_first_of(",;"), prefer.size());
        const auto item = http::trimmed(prefer.substr(0, end));
        const auto equals = std::min(item.find('='), item.size());
        if (equals < item.size() && http::same_token(http::trimmed(item.substr(0, equals)), "wait")) {
            auto value = http::trimmed(item.substr(equals + 1));
            if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
                value = value.substr(1, value.size() - 2);
            const auto seconds = parse_number(value);
            if (!seconds) return std::nullopt;
            return std::chrono::seconds(std::min<std::int64_t>(*seconds, longest_wait.count()));
        }
        prefer.remove_prefix(std::min(end + 1, prefer.size()));
    }
    return std::nullopt;
}

}  // namespace throughline::api
