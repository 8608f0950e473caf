#include "storage/session.hpp"
#include "support/http_client.hpp"
#include "support/live_service.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <chrono>

namespace json = boost::json;
namespace storage = throughline::storage;
namespace test = throughline::test;
using namespace std::chrono_literals;

namespace {

/// Shuts a database to everybody, as a server that went down does, until it is destroyed.
class outage {
public:
    explicit outage(const std::string& url) {
        const auto slash = url.rfind('/', url.find('?'));
        const auto end = std::min(url.find('?'), url.size());
        name_ = url.substr(slash + 1, end - slash - 1);
        storage::session_options options;
        options.url = url.substr(0, slash + 1) + "postgres" + url.substr(end);
        server_ = std::make_unique<storage::session>(options);
        run("ALTER DATABASE \"" + name_ + "\" ALLOW_CONNECTIONS false");
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name_ + "'");
    }
    ~outage() { run("ALTER DATABASE \"" + name_ + "\" ALLOW_CONNECTIONS true"); }

private:
    void run(const std::string& sql) {
        const auto done = server_->run("outage", storage::access::read,
                                       [&](storage::transaction& tx) { return tx.exec_script(sql).size(); });
        REQUIRE_MESSAGE(done, done.failure().detail);
    }

    std::string name_;
    std::unique_ptr<storage::session> server_;
};

unsigned status_within(const std::string& base, const std::string& target, unsigned wanted, std::chrono::seconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    unsigned status = 0;
    while (status != wanted && std::chrono::steady_clock::now() < end) {
        status = test::fetch(base, "GET", target).status;
        std::this_thread::sleep_for(50ms);
    }
    return status;
}

}  // namespace

TEST_SUITE_BEGIN("api");

TEST_CASE("without its database the service says so at once, and recovers by itself") {
    test::live_service service;
    const std::string body = R"({"url":"https://post.example/a","headline":"Mayor resigns","publisher":"P",)"
                             R"("published_at":"2018-03-21","text":"The mayor, Anna Keller, resigned on Tuesday."})";
    const test::http_headers headers{{"Content-Type", "application/json"}, {"Prefer", "wait=30"}};
    REQUIRE(test::fetch(service.base(), "GET", "/readyz").status == 200);
    {
        const outage down(service.database_url());

        for (const auto* target : {"/readyz", "/v1/stories"}) {
            const auto begun = std::chrono::steady_clock::now();
            const auto refused = test::fetch(service.base(), "GET", target);
            CHECK(refused.status == 503);
            CHECK(json::parse(refused.body).at("code") == "unavailable");
            CHECK_FALSE(refused.header("retry-after").empty());
            CHECK(std::chrono::steady_clock::now() - begun < 2s);
        }
        CHECK(test::fetch(service.base(), "POST", "/v1/articles", headers, body).status == 503);
        CHECK(test::fetch(service.base(), "GET", "/healthz").status == 200);
    }

    CHECK(status_within(service.base(), "/readyz", 200, 10s) == 200);
    const auto posted = test::fetch(service.base(), "POST", "/v1/articles", headers, body);
    CAPTURE(posted.body);
    CHECK(posted.status == 201);
}

TEST_SUITE_END();
