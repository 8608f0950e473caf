// Looks at the job table now and then: for /metrics, and to refuse articles when too many are waiting.
#pragma once

#include "api/services.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>

namespace throughline::api {

class backlog_monitor {
public:
    /// Begins at once; `with` must outlive the coroutine, which ends after stop() or with the io_context.
    backlog_monitor(boost::asio::any_io_executor io, services& with);
    ~backlog_monitor();
    backlog_monitor(const backlog_monitor&) = delete;
    backlog_monitor& operator=(const backlog_monitor&) = delete;

    void stop();

private:
    struct state;
    std::shared_ptr<state> state_;
};

}  // namespace throughline::api
