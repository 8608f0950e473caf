// One connection to a running service: requests one after the other, kept alive, opened again when it broke.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/verb.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::cli {

/// Where a service answers: the parts of "http://127.0.0.1:8080" or "http://host/behind/a/proxy".
struct service_address {
    std::string host;    ///< name or number; of IPv6 without brackets
    std::string port;    ///< "80" when the address names none
    std::string prefix;  ///< path that stands before every target, without a slash at its end

    std::string text() const;  ///< the address as people write it
};

/// nullopt for anything but an http address.
std::optional<service_address> parse_service_address(std::string_view base);

/// A request. Values, because it outlives the coroutine that makes it.
struct api_request {
    boost::beast::http::verb method = boost::beast::http::verb::get;
    std::string target;  ///< "/v1/articles?limit=50"
    std::string body;    ///< "" for none
    std::string content_type = "application/json";
    std::string prefer;                 ///< value of Prefer; "" for none
    std::chrono::seconds patience{60};  ///< from sending to the end of the answer
};

struct api_answer {
    unsigned status = 0;
    std::string body;
    std::string location;                             ///< of a redirect or a new resource; ""
    std::optional<std::chrono::seconds> retry_after;  ///< as the service asks
};

class api_client {
public:
    /// `key` is sent as bearer token; "" for none.
    api_client(boost::asio::any_io_executor executor, service_address address, std::string key);

    /// Sends and waits for the whole answer. A kept-alive connection that the service has closed meanwhile is opened
    /// again once. Throws boost::system::system_error when the service cannot be reached or breaks off.
    boost::asio::awaitable<api_answer> send(api_request request);

private:
    boost::asio::awaitable<void> connect();
    boost::asio::awaitable<api_answer> exchange(const api_request& request);

    boost::asio::any_io_executor executor_;
    service_address address_;
    std::string key_;
    std::optional<boost::beast::tcp_stream> stream_;
    boost::beast::flat_buffer buffer_;
};

}  // namespace throughline::cli
