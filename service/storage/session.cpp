#include "storage/session.hpp"

#include "storage/connection_string.hpp"
#include "storage/pqxx_compat.hpp"

#include <optional>
#include <unordered_set>
#include <utility>

namespace throughline::storage {
namespace {

struct connection {
    explicit connection(const session_options& options) : link(connection_string(options)) {
        pqxx::nontransaction(link).exec(connection_setup(options));
    }

    pqxx::connection link;
    std::unordered_set<const char*> prepared;
};

class pqxx_transaction final : public transaction {
public:
    pqxx_transaction(connection& owner, pqxx::transaction_base& base) : owner_(owner), base_(base) {}

    pqxx::result exec(const query& statement, const params& values) override {
        if (!owner_.prepared.contains(statement.name)) {
            owner_.link.prepare(statement.name, statement.sql);
            owner_.prepared.insert(statement.name);
        }
        return compat::exec_prepared(base_, statement.name, values.values());
    }

    pqxx::result exec_script(const std::string& sql) override { return base_.exec(sql); }

private:
    connection& owner_;
    pqxx::transaction_base& base_;
};

struct failed_attempt {
    error what;
    bool again = false;       ///< another run of the same job may well succeed
    bool disconnect = false;  ///< the connection is lost or of no use any more
    bool in_doubt = false;    ///< lost while committing: the work may stand
};

/// Two transactions were in each other's way.
const failed_attempt busy{{errc::unavailable, "the database was busy with the same data", {}}, true, false};

/// SQLSTATE classes: https://www.postgresql.org/docs/15/errcodes-appendix.html
failed_attempt from_sqlstate(const std::string& state, const std::string& message) {
    if (state == "57014" || state == "55P03") return {{errc::timeout, "the database took too long", {}}, false, false};
    if (state.starts_with("08") || state.starts_with("53") || state.starts_with("57P") || state == "25P03")
        return {{errc::unavailable, "the database does not answer", {}}, false, true};
    return {{errc::internal, message, {}}, false, false};
}

}  // namespace

class session::impl {
public:
    impl(session_options chosen, job_observer watcher) : options(std::move(chosen)), observer(std::move(watcher)) {}

    std::optional<failed_attempt> run_once(access mode, const std::function<bool(transaction&)>& job, bool& refused) {
        try {
            if (!open) open = std::make_unique<connection>(options);
            if (mode == access::read) {
                pqxx::nontransaction base(open->link);
                pqxx_transaction tx(*open, base);
                refused = !job(tx);
                return std::nullopt;
            }
            pqxx::work base(open->link);
            pqxx_transaction tx(*open, base);
            refused = !job(tx);
            if (refused)
                base.abort();
            else
                base.commit();
            return std::nullopt;
        } catch (const pqxx::broken_connection&) {
            return failed_attempt{{errc::unavailable, "the database does not answer", {}}, false, true};
        } catch (const pqxx::serialization_failure&) {
            return busy;
        } catch (const pqxx::deadlock_detected&) {
            return busy;
        } catch (const pqxx::in_doubt_error&) {
            return failed_attempt{
                {errc::unavailable, "the connection was lost while committing", {}}, false, true, true};
        } catch (const pqxx::sql_error& problem) {
            return from_sqlstate(problem.sqlstate(), problem.what());
        } catch (const std::exception& problem) {
            return failed_attempt{{errc::internal, problem.what(), {}}, false, false};
        }
    }

    session_options options;
    job_observer observer;
    std::unique_ptr<connection> open;
};

session::session(session_options options, job_observer observer)
    : impl_(std::make_unique<impl>(std::move(options), std::move(observer))) {}
session::~session() = default;
session::session(session&&) noexcept = default;

std::optional<error> session::attempt(std::string_view name, access mode,
                                      const std::function<bool(transaction&)>& job) {
    const auto begin = std::chrono::steady_clock::now();
    bool refused = false;
    const bool kept_open = impl_->open != nullptr;
    auto failure = impl_->run_once(mode, job, refused);
    if (kept_open && failure && failure->disconnect && !failure->in_doubt) {
        // The connection broke while nobody used it; the server may have been back for long.
        impl_->open.reset();
        failure = impl_->run_once(mode, job, refused);
    }
    if (failure && failure->again) failure = impl_->run_once(mode, job, refused);
    if (failure && (failure->disconnect || !impl_->open || !impl_->open->link.is_open())) {
        impl_->open.reset();
        if (failure->what.code == errc::internal)
            failure->what = {errc::unavailable, "the database does not answer", {}};
    }
    if (impl_->observer) {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        const std::string_view outcome =
            failure ? throughline::name(failure->what.code) : std::string_view(refused ? "refused" : "ok");
        impl_->observer({name, taken.count(), outcome});
    }
    if (failure) return failure->what;
    return std::nullopt;
}

void session::close() { impl_->open.reset(); }

}  // namespace throughline::storage
