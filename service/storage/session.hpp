// A database connection of one thread: opened when first needed, dropped when broken, opened again by the next job.
#pragma once

#include "core/error.hpp"
#include "storage/transaction.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace throughline::storage {

struct session_options {
    std::string url;  ///< libpq connection string or postgresql:// URL
    std::string application_name = "throughline";
    std::chrono::milliseconds connect_timeout{5000};
    std::chrono::milliseconds statement_timeout{5000};  ///< 0: none
    std::chrono::milliseconds lock_timeout{2000};       ///< 0: none
    std::chrono::milliseconds idle_in_transaction_timeout{10000};
};

/// How a job uses the database.
enum class access {
    read,  ///< statements run one by one, without BEGIN and COMMIT
    write  ///< one transaction: committed when the job returns a value, rolled back when it returns a failure or throws
};

/// What became of a job, for metrics.
struct job_report {
    std::string_view name;
    double seconds = 0;
    std::string_view outcome;  ///< "ok", "refused" for an expected failure, or the errc's name
};
using job_observer = std::function<void(const job_report&)>;

template <class T>
struct job_value {
    using type = T;
};
template <class T>
struct job_value<result<T>> {
    using type = T;
};
/// What a job yields inside result<>: a job returns T or result<T>.
template <class Job>
using job_value_t = typename job_value<std::invoke_result_t<Job&, transaction&>>::type;

/// Not safe for use by two threads at once.
class session {
public:
    explicit session(session_options options, job_observer observer = {});
    ~session();
    session(session&&) noexcept;
    session& operator=(session&&) = delete;
    session(const session&) = delete;
    session& operator=(const session&) = delete;

    /// Runs the job, once more on a new connection where the kept one turns out to be broken before the commit.
    /// Maps what the database throws: connection lost -> errc::unavailable, a timeout ->
    /// errc::timeout, deadlock and serialisation failure -> the job is run once more, then errc::unavailable. Any other
    /// exception, also the job's own, becomes errc::internal with the message in `detail`: log it, never show it.
    template <class Job>
    result<job_value_t<Job>> run(std::string_view name, access mode, Job&& job) {
        using value = job_value_t<Job>;
        std::optional<result<value>> answer;
        const auto failure = attempt(name, mode, [&](transaction& tx) {
            answer.emplace(job(tx));
            return answer->has_value();
        });
        if (failure) return *failure;
        return std::move(*answer);
    }

    /// Closes the connection; the next job opens a new one.
    void close();

private:
    /// The job says whether its work shall be committed. nullopt: it ran to its end.
    std::optional<error> attempt(std::string_view name, access mode, const std::function<bool(transaction&)>& job);

    class impl;
    std::unique_ptr<impl> impl_;
};

}  // namespace throughline::storage
