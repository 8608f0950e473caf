#include "cli/send_articles.hpp"

#include <doctest/doctest.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <thread>

namespace cli = throughline::cli;
namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace fs = std::filesystem;

TEST_SUITE_BEGIN("cli");

namespace {

struct scripted_answer {
    unsigned status;
    std::string body;
    std::string retry_after;
    bool hang_up;  // close the connection behind the answer without a word
};

// A peer that answers one connection after the other as it is told, and keeps what it was asked.
class scripted_peer {
public:
    explicit scripted_peer(std::vector<scripted_answer> answers) : answers_(std::move(answers)) {
        thread_ = std::thread([this] { serve(); });
    }
    ~scripted_peer() { thread_.join(); }

    cli::send_options options() const {
        cli::send_options given;
        given.address = {"127.0.0.1", std::to_string(acceptor_.local_endpoint().port()), ""};
        given.connections = 1;
        return given;
    }

    std::vector<http::request<http::string_body>> asked;  // to be read once all answers have been fetched

private:
    void serve() {
        for (std::size_t next = 0; next < answers_.size();) {
            auto socket = acceptor_.accept();
            boost::beast::flat_buffer buffer;
            for (bool open = true; open && next < answers_.size();) {
                http::request<http::string_body> request;
                boost::system::error_code failure;
                http::read(socket, buffer, request, failure);
                if (failure) break;
                asked.push_back(std::move(request));
                const auto& told = answers_[next++];
                http::response<http::string_body> response(http::int_to_status(told.status), 11);
                response.body() = told.body;
                if (!told.retry_after.empty()) response.set(http::field::retry_after, told.retry_after);
                response.prepare_payload();
                http::write(socket, response);
                open = !told.hang_up;
            }
        }
    }

    std::vector<scripted_answer> answers_;
    asio::io_context context_;
    asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
    std::thread thread_;
};

struct feed {
    explicit feed(const std::string& lines) {
        std::string name = (fs::temp_directory_path() / "feed-XXXXXX.ndjson").string();
        close(mkstemps(name.data(), 7));
        path = name;
        std::ofstream(path) << lines;
    }
    ~feed() { fs::remove(path); }
    std::string path;
};

const std::string done = R"({"id":"a1","status":"processed"})";

}  // namespace

TEST_CASE("an overloaded service is asked again when it says and a closed connection is opened again") {
    scripted_peer peer(
        {{503, "{}", "0", false}, {429, "{}", "0", true}, {201, done, "", true}, {200, done, "", false}});
    const feed lines("{\"n\":1}\n{\"n\":2}\n");
    cli::article_files articles({lines.path});

    const auto summary = cli::send_articles(articles, peer.options());

    CHECK(summary.added == 1);
    CHECK(summary.present == 1);
    CHECK(summary.total() == 2);
    REQUIRE(peer.asked.size() == 4);
    CHECK(peer.asked[2].body() == "{\"n\":1}");
    CHECK(peer.asked[2]["Prefer"] == "wait=30");
    CHECK(peer.asked[3].body() == "{\"n\":2}");
}

TEST_CASE("an article that takes long is asked for until it is read") {
    scripted_peer peer({{202, R"({"id":"a1","status":"queued"})", "", false},
                        {200, R"({"id":"a1","status":"queued"})", "", false},
                        {200, R"({"id":"a1","status":"failed","failure":"the tagger failed"})", "", false}});
    const feed lines("{}");
    cli::article_files articles({lines.path});

    const auto summary = cli::send_articles(articles, peer.options());

    CHECK(summary.failed == 1);
    REQUIRE(peer.asked.size() == 3);
    CHECK(peer.asked[1].target() == "/v1/articles/a1");
}

TEST_CASE("a refusal is counted and does not keep the others") {
    scripted_peer peer({{422, R"({"detail":"`headline` is missing."})", "", false}, {201, done, "", false}});
    const feed lines("{}\n{}\n");
    cli::article_files articles({lines.path});

    const auto summary = cli::send_articles(articles, peer.options());

    CHECK(summary.refused == 1);
    CHECK(summary.added == 1);
}

TEST_CASE("where no service answers nothing is tried twice") {
    const feed lines("{}\n{}\n");
    cli::article_files articles({lines.path});
    cli::send_options options;
    options.address = {"127.0.0.1", "1", ""};

    const auto summary = cli::send_articles(articles, options);

    CHECK_FALSE(summary.unreachable.empty());
    CHECK(summary.total() == 0);
}

TEST_SUITE_END();
