#include "http/server.hpp"

#include "http/server_state.hpp"

#include <boost/asio/ip/address.hpp>

namespace throughline::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

tcp::endpoint resolve(asio::io_context& io, const server_options& options) {
    boost::system::error_code not_an_address;
    const auto address = asio::ip::make_address(options.host, not_an_address);
    if (!not_an_address) return {address, options.port};
    tcp::resolver resolver(io);
    return resolver.resolve(options.host, std::to_string(options.port), tcp::resolver::passive).begin()->endpoint();
}

}  // namespace

server::server(asio::io_context& io, application app, const server_options& options)
    : state_(std::make_shared<server_state>(io, std::move(app), options)) {
    const auto endpoint = resolve(io, options);
    auto& acceptor = state_->acceptor;
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen(asio::socket_base::max_listen_connections);
    state_->start();
}

server::~server() { stop(); }

std::string server::base_url() const {
    const auto endpoint = state_->acceptor.local_endpoint();
    const auto host = endpoint.address().to_string();
    return "http://" + (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(endpoint.port());
}

void server::stop() { state_->stop(); }

}  // namespace throughline::http
