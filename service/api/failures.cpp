#include "api/failures.hpp"

#include "http/problem.hpp"
#include "log/log.hpp"

#include <algorithm>
#include <string>

namespace throughline::api {
namespace {

std::string_view public_sentence(errc code) {
    switch (code) {
        case errc::internal: return "Something went wrong here; the request id finds it in the log.";
        case errc::unavailable: return "The database does not answer; try again shortly.";
        case errc::timeout: return "The database took too long; try again shortly.";
        case errc::overloaded: return "Too much work is waiting; try again shortly.";
        default: return "";
    }
}

/// "?a=1&b=2" as it was sent, without parameters that hold for one story alone, a revision or a cursor; "" when nothing
/// is left.
std::string query_for_another_story(std::string_view target) {
    std::string query;
    auto rest = target.substr(std::min(target.find('?'), target.size()));
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto parameter = rest.substr(0, rest.find('&'));
        rest.remove_prefix(parameter.size());
        if (parameter.starts_with("since=") || parameter.starts_with("as_of=") || parameter.starts_with("cursor="))
            continue;
        query += query.empty() ? '?' : '&';
        query += parameter;
    }
    return query;
}

}  // namespace

http::response failed(const http::request& asked, const error& failure) {
    const auto sentence = public_sentence(failure.code);
    if (sentence.empty()) return http::problem(failure, asked.id);
    log::write(
        failure.code == errc::internal ? log::level::error : log::level::warning, "request failed",
        {{"request_id", asked.id}, {"route", asked.route}, {"code", name(failure.code)}, {"what", failure.detail}});
    return http::problem({failure.code, std::string(sentence), ""}, asked.id);
}

http::response moved(const http::request& asked, std::string_view new_id) {
    // Ids need no percent-encoding; what stands around the id, and the query, are kept.
    constexpr std::string_view id_name = "{id}";
    std::string location(asked.route);
    location.replace(location.find(id_name), id_name.size(), new_id);
    location += query_for_another_story(asked.target);
    auto made = http::json(308, "{\"replaced_by\":\"" + std::string(new_id) + "\"}");
    made.headers.emplace_back("Location", std::move(location));
    return made;
}

}  // namespace throughline::api
