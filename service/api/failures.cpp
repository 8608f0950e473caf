#include "api/failures.hpp"

#include "http/problem.hpp"
#include "log/log.hpp"

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
    if (const auto query = asked.target.find('?'); query != std::string_view::npos)
        location += asked.target.substr(query);
    auto made = http::json(308, "{\"replaced_by\":\"" + std::string(new_id) + "\"}");
    made.headers.emplace_back("Location", std::move(location));
    return made;
}

}  // namespace throughline::api
