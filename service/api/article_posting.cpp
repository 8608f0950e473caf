#include "api/article_posting.hpp"

#include "api/failures.hpp"
#include "api/json_text.hpp"
#include "api/parameters.hpp"
#include "api/prefer.hpp"
#include "api/submission.hpp"
#include "http/negotiation.hpp"
#include "http/problem.hpp"

#include <boost/json.hpp>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

std::optional<ingest::media> media_of(std::string_view type) {
    if (type == "application/json" || type.ends_with("+json")) return ingest::media::json;
    if (type == "text/html" || type == "application/xhtml+xml") return ingest::media::html;
    if (type == "text/markdown") return ingest::media::markdown;
    if (type == "text/plain") return ingest::media::plain;
    return std::nullopt;
}

/// What can be refused before the body is looked at.
std::optional<http::response> refusal(const services& with, const http::request& asked) {
    if (asked.header("Content-Encoding") && !http::same_token(*asked.header("Content-Encoding"), "identity")) {
        auto refused =
            http::problem({errc::unsupported_media, "Send the body without Content-Encoding.", ""}, asked.id);
        refused.headers.emplace_back("Accept-Encoding", "identity");
        return refused;
    }
    if (!media_of(asked.media_type())) {
        const error failure{errc::unsupported_media,
                            "Content-Type must be application/json, text/html, text/markdown or text/plain.", ""};
        return http::problem(failure, asked.id);
    }
    if (with.backlog >= with.max_backlog) {
        const error failure{errc::overloaded, "Too many articles are waiting to be read; try again later.", ""};
        return http::problem(429, failure, asked.id);
    }
    return std::nullopt;
}

result<ingest::article_input> read_body(const http::request& asked, ingest::media format, std::string_view url) {
    ingest::limits allowed;
    allowed.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto charset = http::media_type_parameter(asked.header("Content-Type").value_or(""), "charset");
    return ingest::read_article(ingest::raw_article{asked.body, format, url, charset}, allowed);
}

http::response answer(const storage::accepted& stored, const storage::article_state& state, bool waited) {
    const bool ended =
        state.status == storage::article_status::processed || state.status == storage::article_status::failed;
    const bool new_here = stored.outcome != storage::accept_outcome::unchanged;
    boost::json::object body;
    body["id"] = stored.id;
    body["status"] = storage::name(state.status);
    body["version"] = stored.version;
    add_text(body, "failure", state.failure);
    auto made = http::json(!ended ? 202 : waited && new_here ? 201 : 200, boost::json::serialize(body));
    made.headers.emplace_back("Location", "/v1/articles/" + stored.id);
    return made;
}

}  // namespace

asio::awaitable<http::response> post_article(services& with, const http::request& asked) {
    parameters given(asked, {"url"});
    const std::string url = given.text("url", 4000);
    if (const auto& refused = given.failure()) co_return failed(asked, *refused);
    if (auto refused = refusal(with, asked)) co_return std::move(*refused);

    // `asked` outlives the job: the coroutine that owns it waits for this one.
    const auto format = *media_of(asked.media_type());
    auto reading = [&asked, format, &url] { return read_body(asked, format, url); };
    auto read = co_await with.compute.run(std::move(reading));
    if (!read) co_return failed(asked, read.failure());
    auto& article = *read;
    if (!article) co_return failed(asked, article.failure());

    auto storing = [incoming = to_submission(std::move(*article))](storage::transaction& tx) {
        return storage::accept(tx, incoming);
    };
    const auto stored = co_await with.database.run("accept_article", storage::access::write, std::move(storing));
    if (!stored) co_return failed(asked, stored.failure());
    with.job_queued();

    storage::article_state state;
    state.status = stored->status;
    const auto wait = preferred_wait(asked.header("Prefer").value_or(""));
    if (wait) {
        auto waiting = with.watch.wait(stored->id, *wait);
        auto seen = co_await std::move(waiting);
        // The article is durable, whatever became of the wait.
        if (seen) {
            state = std::move(*seen);
        } else if (seen.failure().code == errc::gone) {
            co_return failed(asked, seen.failure());
        }
    }
    co_return answer(*stored, state, wait.has_value());
}

}  // namespace throughline::api
