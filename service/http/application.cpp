#include "http/application.hpp"

#include "http/finish.hpp"
#include "http/problem.hpp"
#include "http/target.hpp"
#include "log/log.hpp"

#include <exception>

namespace throughline::http {
namespace {

namespace asio = boost::asio;

response unmatched(const request& asked, const route_match& match) {
    response made;
    if (match.allow.empty()) {
        made = problem({errc::not_found, "There is nothing at this path.", ""}, asked.id);
    } else if (asked.verb == method::options) {
        made = no_content();
        made.headers.emplace_back("Allow", match.allow);
    } else {
        made = problem({errc::method_not_allowed, "This path takes " + match.allow + ".", ""}, asked.id);
        made.headers.emplace_back("Allow", match.allow);
    }
    return made;
}

response server_options_response() {
    response made = no_content();
    made.headers.emplace_back("Allow", "GET, HEAD, POST, DELETE, OPTIONS");
    return made;
}

void log_thrown(const request& asked, std::exception_ptr failure) {
    std::string what = "unknown exception";
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& thrown) {
        what = thrown.what();
    } catch (...) {
    }
    log::error("request failed", {{"request_id", asked.id}, {"route", asked.route}, {"what", what}});
}

asio::awaitable<response> handle(const route& found, const request& asked) {
    std::exception_ptr failure;
    try {
        co_return co_await found.handle(asked);
    } catch (...) {
        failure = std::current_exception();
    }
    log_thrown(asked, failure);
    const error internal{errc::internal, "Something went wrong here; the request id finds it in the log.", ""};
    co_return problem(internal, asked.id);
}

}  // namespace

asio::awaitable<response> answer(const application& app, request& asked, bool busy) {
    response made;
    std::optional<error> refusal;
    route_match match;
    const bool whole_server = asked.verb == method::options && asked.target == "*";
    if (!whole_server) {
        auto target = parse_target(asked.target);
        if (target) {
            asked.query = std::move(target->query);
            match = app.routes.find(asked.verb, target->segments);
        } else {
            refusal = target.failure();
        }
    }
    if (match.found) {
        asked.route = match.found->path;
        asked.path_values = std::move(match.values);
        if (busy && !match.found->options.vital) {
            refusal = error{errc::overloaded, "Too many requests are being answered; try again shortly.", ""};
        } else if (app.guard && !match.found->options.open) {
            refusal = app.guard(asked);
        }
    }
    if (refusal) {
        made = problem(*refusal, asked.id);
    } else if (whole_server) {
        made = server_options_response();
    } else if (match.found) {
        made = co_await handle(*match.found, asked);
    } else {
        made = unmatched(asked, match);
    }
    finish(asked, made);
    co_return made;
}

}  // namespace throughline::http
