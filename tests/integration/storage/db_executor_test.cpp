#include "storage/db_executor.hpp"

#include "support/temp_database.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <doctest/doctest.h>

#include <exception>
#include <thread>
#include <vector>

namespace tl = throughline;
namespace asio = boost::asio;
namespace storage = throughline::storage;
using storage::access;

namespace {

storage::executor_options options_for(const tl::test::temp_database& database, std::size_t threads, std::size_t most) {
    storage::executor_options options;
    options.database = database.options();
    options.threads = threads;
    options.max_pending = most;
    return options;
}

asio::awaitable<void> query_into(storage::db_executor& executor, std::string sql, std::vector<std::string>& answers,
                                 std::thread::id& resumed_on) {
    auto job = [sql](storage::transaction& tx) { return tx.exec_script(sql)[0][0].as<std::string>(); };
    const auto answer = co_await executor.run("query", access::read, std::move(job));
    resumed_on = std::this_thread::get_id();
    if (answer)
        answers.push_back(*answer);
    else
        answers.emplace_back(tl::name(answer.failure().code));
}

void rethrow(std::exception_ptr problem) {
    if (problem) std::rethrow_exception(problem);
}

}  // namespace

TEST_SUITE_BEGIN("storage/db_executor");

TEST_CASE("a job's answer comes back on the coroutine's own thread") {
    const tl::test::temp_database database(false);
    storage::db_executor executor(options_for(database, 2, 8));
    asio::io_context io(1);
    std::vector<std::string> answers;
    std::thread::id resumed_on;

    asio::co_spawn(io, query_into(executor, "SELECT 42", answers, resumed_on), rethrow);
    io.run();

    CHECK(answers == std::vector<std::string>{"42"});
    CHECK(resumed_on == std::this_thread::get_id());
    CHECK(executor.pending() == 0);
}

TEST_CASE("more jobs than may wait are refused at once and the others run") {
    const tl::test::temp_database database(false);
    storage::db_executor executor(options_for(database, 2, 4));
    asio::io_context io(1);
    std::vector<std::string> answers;
    std::thread::id resumed_on;

    for (int i = 0; i < 7; ++i)
        asio::co_spawn(io, query_into(executor, "SELECT 'slow' FROM pg_sleep(0.2)", answers, resumed_on), rethrow);
    io.run();

    CHECK(answers ==
          std::vector<std::string>{"overloaded", "overloaded", "overloaded", "slow", "slow", "slow", "slow"});
}

TEST_CASE("stopping finishes what waits and refuses what comes") {
    const tl::test::temp_database database(false);
    storage::db_executor executor(options_for(database, 1, 8));
    asio::io_context io(1);
    std::vector<std::string> answers;
    std::thread::id resumed_on;
    for (int i = 0; i < 2; ++i)
        asio::co_spawn(io, query_into(executor, "SELECT 'done' FROM pg_sleep(0.05)", answers, resumed_on), rethrow);
    io.poll();

    executor.stop();
    asio::co_spawn(io, query_into(executor, "SELECT 1", answers, resumed_on), rethrow);
    io.run();

    CHECK(answers == std::vector<std::string>{"done", "done", "unavailable"});
}

TEST_SUITE_END();
