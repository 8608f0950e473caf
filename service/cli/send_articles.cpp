#include "cli/send_articles.hpp"

#include "cli/progress_bar.hpp"
#include "cli/terminal.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json.hpp>
#include <boost/system/system_error.hpp>

#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>

namespace throughline::cli {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using namespace std::chrono_literals;

constexpr unsigned most_tries = 8;
constexpr auto longest_pause = 30s;
constexpr auto longest_reading = 5min;  // of one article, once it is queued

std::string member(std::string_view body, std::string_view name) {
    json::error_code failure;
    const auto value = json::parse(body, failure);
    const auto* object = failure ? nullptr : value.if_object();
    const auto* found = object ? object->if_contains(name) : nullptr;
    const auto* text = found ? found->if_string() : nullptr;
    return text ? std::string(*text) : std::string();
}

std::string reason(const api_answer& answer) {
    const auto detail = member(answer.body, "detail");
    return detail.empty() ? "the service answered " + std::to_string(answer.status) : detail;
}

std::chrono::seconds pause_after(unsigned tries, std::optional<std::chrono::seconds> asked) {
    const std::chrono::seconds growing(1U << std::min(tries, 5U));
    return std::min<std::chrono::seconds>(asked.value_or(growing), longest_pause);
}

// Without a charset: the service finds it in the bytes.
std::string content_type_of(ingest::media format) {
    switch (format) {
        case ingest::media::html: return "text/html";
        case ingest::media::markdown: return "text/markdown";
        case ingest::media::plain: return "text/plain";
        case ingest::media::json: break;
    }
    return "application/json";
}

class sender {
public:
    sender(article_files& articles, const send_options& options)
        : articles_(articles), options_(options), bar_(articles.total()), signals_(context_, SIGINT, SIGTERM) {}

    send_summary run() {
        signals_.async_wait([this](const boost::system::error_code& failure, int) {
            if (failure) return;
            summary_.stopped = true;
            context_.stop();
        });
        working_ = options_.connections;
        for (std::size_t i = 0; i < options_.connections; ++i)
            asio::co_spawn(context_, work(), [this](std::exception_ptr thrown) { end_worker(thrown); });
        context_.run();
        bar_.clear();
        if (thrown_) std::rethrow_exception(thrown_);
        return summary_;
    }

private:
    void end_worker(std::exception_ptr thrown) {
        if (thrown && !thrown_) thrown_ = thrown;
        if (thrown) done_ = true;
        if (--working_ == 0) signals_.cancel();
    }

    asio::awaitable<void> work() {
        api_client client(context_.get_executor(), options_.address, options_.key);
        while (!done_) {
            auto article = articles_.next();
            if (!article) co_return;
            if (article->problem.empty())
                co_await send_one(client, std::move(*article));
            else
                refuse(article->label, article->problem);
            bar_.advance();
        }
    }

    asio::awaitable<void> pause(std::chrono::milliseconds length) {
        asio::steady_timer timer(context_, length);
        co_await timer.async_wait(asio::use_awaitable);
    }

    asio::awaitable<void> send_one(api_client& client, article_file article) {
        api_request request;
        request.method = boost::beast::http::verb::post;
        request.target = "/v1/articles";
        request.body = std::move(article.body);
        request.content_type = content_type_of(article.format);
        if (options_.wait) request.prefer = "wait=30";
        std::string why;
        for (unsigned tries = 0; tries < most_tries && !done_; ++tries) {
            std::optional<api_answer> answer;
            try {
                answer = co_await client.send(request);
                reached_ = true;
            } catch (const boost::system::system_error& failure) {
                why = failure.code().message();
            }
            if (!answer && !reached_) {
                summary_.unreachable = why;
                done_ = true;
                co_return;
            }
            if (answer && answer->status != 429 && answer->status != 503) {
                co_await take(client, article.label, std::move(*answer));
                co_return;
            }
            if (answer) why = reason(*answer);
            co_await pause(pause_after(tries, answer ? answer->retry_after : std::nullopt));
        }
        if (!done_) refuse(article.label, why);
    }

    asio::awaitable<void> take(api_client& client, std::string label, api_answer answer) {
        if (answer.status == 202 && options_.wait) {
            co_await wait_until_read(client, std::move(label), std::move(answer));
            co_return;
        }
        if (answer.status == 201 || answer.status == 200)
            count(label, answer, answer.status == 201);
        else if (answer.status == 202)
            ++summary_.queued;
        else
            refuse(label, reason(answer));
    }

    void count(const std::string& label, const api_answer& answer, bool is_new) {
        if (member(answer.body, "status") == "failed") {
            ++summary_.failed;
            report(label, "stored, but it could not be read: " + member(answer.body, "failure"));
        } else {
            ++(is_new ? summary_.added : summary_.present);
        }
    }

    // An article that took longer than the service waits is asked for until it is read.
    asio::awaitable<void> wait_until_read(api_client& client, std::string label, api_answer accepted) {
        api_request request;
        request.target = "/v1/articles/" + member(accepted.body, "id");
        const auto patience = std::chrono::steady_clock::now() + longest_reading;
        for (auto length = 250ms; std::chrono::steady_clock::now() < patience;
             length = std::min<std::chrono::milliseconds>(length * 2, 2s)) {
            co_await pause(length);
            std::optional<api_answer> answer;
            try {
                answer = co_await client.send(request);
            } catch (const boost::system::system_error&) {
                continue;
            }
            if (answer->status >= 400 && answer->status < 500 && answer->status != 429) {
                refuse(label, reason(*answer));
                co_return;
            }
            const auto status = member(answer->body, "status");
            if (status != "processed" && status != "failed") continue;
            count(label, *answer, true);
            co_return;
        }
        ++summary_.queued;
    }

    void refuse(const std::string& label, const std::string& why) {
        ++summary_.refused;
        report(label, why);
    }

    void report(const std::string& label, const std::string& why) {
        bar_.clear();
        std::cerr << printable(label) << ": " << printable(why) << '\n';
    }

    asio::io_context context_{1};
    article_files& articles_;
    const send_options& options_;
    progress_bar bar_;
    asio::signal_set signals_;
    send_summary summary_;
    std::size_t working_ = 0;
    std::exception_ptr thrown_;
    bool reached_ = false;  // an answer has come at all
    bool done_ = false;     // nothing more is to be sent
};

}  // namespace

send_summary send_articles(article_files& articles, const send_options& options) {
    return sender(articles, options).run();
}

}  // namespace throughline::cli
