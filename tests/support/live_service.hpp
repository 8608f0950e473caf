// The whole service in this process, on a database of its own and a free port.
#pragma once

#include "cli/running_service.hpp"
#include "support/answer_log.hpp"
#include "support/temp_database.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <memory>
#include <string>
#include <thread>

namespace throughline::test {

class live_service {
public:
    /// Host, port and database of the settings are not looked at. With `url` it shares another one's database.
    explicit live_service(config::settings settings = {}, const std::string& url = "") {
        if (url.empty()) database_ = std::make_unique<temp_database>();
        url_ = url.empty() ? database_->url() : url;
        settings.port = 0;
        service_ = std::make_unique<cli::running_service>(io_, settings, url_);
        base_ = service_->base_url();
        log_answers_of(base_);
        thread_ = std::thread([this] { io_.run(); });
    }
    ~live_service() { stop(); }
    live_service(const live_service&) = delete;
    live_service& operator=(const live_service&) = delete;

    const std::string& base() const { return base_; }
    const std::string& database_url() const { return url_; }

    /// Stops gracefully and returns when everything has ended.
    void stop() {
        if (!thread_.joinable()) return;
        boost::asio::post(io_, [this] { service_->stop(); });
        thread_.join();
        pass_over_answers_of(base_);
        service_.reset();
    }

private:
    std::unique_ptr<temp_database> database_;
    std::string url_;
    boost::asio::io_context io_{1};
    std::unique_ptr<cli::running_service> service_;
    std::string base_;
    std::thread thread_;
};

}  // namespace throughline::test
