// The whole service in this process: database threads, workers, change feed, API and HTTP server, wired together.
#pragma once

#include "config/settings.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <string>

namespace throughline::cli {

/// All members are called on the thread that runs the io_context, or before it runs.
class running_service {
public:
    /// Listens at once; requests are served while the io_context runs. The schema must be up to date.
    /// Throws boost::system::system_error when the address cannot be used.
    running_service(boost::asio::io_context& io, const config::settings& settings, const std::string& database_url);

    /// Ends jobs in hand or puts them back, and joins all threads. Only once the io_context no longer runs.
    ~running_service();
    running_service(const running_service&) = delete;
    running_service& operator=(const running_service&) = delete;

    /// "http://127.0.0.1:8080"
    std::string base_url() const;

    /// Begins a graceful stop: requests in flight are answered, then the io_context has nothing left to do.
    void stop();

private:
    struct parts;
    std::unique_ptr<parts> parts_;
};

}  // namespace throughline::cli
