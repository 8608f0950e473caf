#include "api/web_pages.hpp"

#include "http/problem.hpp"
#include "resources/resources.hpp"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace throughline::api {
namespace {

namespace asio = boost::asio;

constexpr std::string_view page_name = "service/web/dist/index.html";
constexpr std::string_view assets_prefix = "service/web/dist/assets/";

// The page knows which view an address shows; to the service they are all the same document.
constexpr std::array page_paths{"/", "/stories/{id}", "/events/{id}", "/articles/{id}", "/add", "/docs"};

constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

struct asset {
    std::string_view content_type;
    std::shared_ptr<const http::prebuilt_body> body;
};

std::string_view content_type_of(std::string_view name) {
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".woff2")) return "font/woff2";
    return "application/octet-stream";
}

/// Fonts are compressed as they are.
asset load(std::string_view resource) {
    asset made{content_type_of(resource), http::make_prebuilt(std::string(resources::get(resource)))};
    if (made.content_type.starts_with("text/")) made.body = http::with_gzip(*made.body);
    return made;
}

/// By name; compressed once, when the first page is asked for.
const std::map<std::string, asset, std::less<>>& assets() {
    static const auto all = [] {
        std::map<std::string, asset, std::less<>> loaded;
        for (const auto name : resources::list(assets_prefix))
            loaded.emplace(name.substr(assets_prefix.size()), load(name));
        return loaded;
    }();
    return all;
}

asio::awaitable<http::response> show_page(const http::request&) {
    static const auto page = http::with_gzip(*http::make_prebuilt(std::string(resources::get(page_name))));
    auto made = http::prebuilt(page);
    made.content_type = "text/html; charset=utf-8";
    made.headers.emplace_back("Content-Security-Policy", content_policy);
    made.headers.emplace_back("X-Content-Type-Options", "nosniff");
    made.headers.emplace_back("Referrer-Policy", "no-referrer");
    co_return made;
}

/// An asset's name holds a hash of its bytes, so a copy of it is right for ever.
asio::awaitable<http::response> show_asset(const http::request& asked) {
    const auto found = assets().find(asked.path_value("name"));
    if (found == assets().end()) co_return http::problem({errc::not_found, "There is no such file.", ""}, asked.id);
    auto made = http::prebuilt(found->second.body);
    made.content_type = found->second.content_type;
    made.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    made.headers.emplace_back("X-Content-Type-Options", "nosniff");
    co_return made;
}

}  // namespace

void add_web_pages(http::router& routes) {
    http::route_options open;
    open.open = true;
    for (const auto* path : page_paths) routes.add(http::method::get, path, show_page, open);
    routes.add(http::method::get, "/assets/{name}", show_asset, open);
}

}  // namespace throughline::api
