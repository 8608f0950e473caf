#include "ingest/canonical_url.hpp"

#include "ingest/data_table.hpp"
#include "ingest/url_host.hpp"
#include "ingest/url_normal_form.hpp"
#include "text/utf8.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>

#include <algorithm>
#include <charconv>
#include <vector>

namespace throughline::ingest {
namespace {

namespace urls = boost::urls;

constexpr std::size_t longest_address = 2048;

struct url_rules {
    std::vector<std::string_view> parameters, parameter_prefixes, path_suffixes, path_prefixes, wrappers;
};

const url_rules& rules() {
    static const url_rules table = [] {
        url_rules read;
        for (const auto& row : data_table("service/ingest/data/url_rules.tsv")) {
            if (row[0] == "parameter") read.parameters.push_back(row[1]);
            if (row[0] == "parameter_prefix") read.parameter_prefixes.push_back(row[1]);
            if (row[0] == "path_suffix") read.path_suffixes.push_back(row[1]);
            if (row[0] == "path_prefix") read.path_prefixes.push_back(row[1]);
            if (row[0] == "wrapper") read.wrappers.push_back(row[1]);
        }
        std::sort(read.parameters.begin(), read.parameters.end());
        return read;
    }();
    return table;
}

bool is_tracking(std::string_view parameter) {
    const std::string name = text::lower(parameter);
    const auto& prefixes = rules().parameter_prefixes;
    return std::binary_search(rules().parameters.begin(), rules().parameters.end(), name) ||
           std::any_of(prefixes.begin(), prefixes.end(), [&](auto prefix) { return name.starts_with(prefix); });
}

std::string article_path(std::string path) {
    for (const auto prefix : rules().path_prefixes) {
        const std::string segment = "/" + std::string(prefix) + "/";
        if (path.starts_with(segment) && path.size() > segment.size()) path.erase(0, segment.size() - 1);
    }
    const auto strip_slashes = [&path] {
        while (path.size() > 1 && path.back() == '/') path.pop_back();
    };
    strip_slashes();
    for (const auto suffix : rules().path_suffixes) {
        if (!path.ends_with(suffix) || path.size() <= suffix.size()) continue;
        path.erase(path.size() - suffix.size());
        if (suffix.starts_with('.') && suffix.ends_with(".html")) path += ".html";
        strip_slashes();
    }
    return path.empty() ? "/" : path;
}

std::string article_query(std::string_view encoded) {
    std::string out;
    for (const auto parameter : split(encoded, '&')) {
        if (parameter.empty() || is_tracking(parameter.substr(0, parameter.find('=')))) continue;
        (out += out.empty() ? "?" : "&") += parameter;
    }
    return out;
}

// The address behind a cache's address; "" when this is none.
std::string unwrapped(std::string_view host, std::string_view path_and_query) {
    for (const auto wrapper : rules().wrappers) {
        const auto slash = wrapper.find('/');
        const auto path = wrapper.substr(slash);
        const auto cache = wrapper.substr(0, slash);
        const bool same_host = host == cache || (host.size() > cache.size() && host.ends_with(cache) &&
                                                 host[host.size() - cache.size() - 1] == '.');
        if (same_host && path_and_query.starts_with(path) && path_and_query.size() > path.size())
            return "https://" + std::string(path_and_query.substr(path.size()));
    }
    return {};
}

bool is_port(std::string_view digits) {
    unsigned value = 0;
    const auto* last = digits.data() + digits.size();
    const auto [end, failure] = std::from_chars(digits.data(), last, value);
    return failure == std::errc{} && end == last && value >= 1 && value <= 65535;
}

// An address cut into its parts, host and port checked; path and query in their normal form.
struct address_parts {
    std::string scheme, host, port, path, query;

    bool has_default_port() const { return port.empty() || port == "80" || port == "443"; }
};

std::optional<address_parts> cut(std::string_view address) {
    const auto scheme_end = address.find("://");
    if (scheme_end == std::string_view::npos) return std::nullopt;
    address_parts parts;
    parts.scheme = text::lower(address.substr(0, scheme_end));
    if (parts.scheme != "http" && parts.scheme != "https") return std::nullopt;
    auto rest = address.substr(scheme_end + 3);
    const auto authority = rest.substr(0, rest.find_first_of("/?#\\"));
    rest.remove_prefix(authority.size());
    if (rest.starts_with('\\')) return std::nullopt;  // read as "/" by some and as a part of the host by others
    rest = rest.substr(0, rest.find('#'));
    const auto host_and_port = authority.substr(authority.rfind('@') + 1);
    const auto bracket = host_and_port.rfind(']');
    const auto colon = host_and_port.find(':', bracket == std::string_view::npos ? 0 : bracket);
    auto host = ascii_host(host_and_port.substr(0, colon));
    if (!host) return std::nullopt;
    parts.host = std::move(*host);
    if (colon != std::string_view::npos) parts.port = host_and_port.substr(colon + 1);
    if (!parts.port.empty() && !is_port(parts.port)) return std::nullopt;
    parts.port.erase(0, std::min(parts.port.find_first_not_of('0'), parts.port.size()));
    const auto question = rest.find('?');
    parts.path = without_dots(normal_escapes(rest.substr(0, question)));
    if (question != std::string_view::npos) parts.query = normal_escapes(rest.substr(question + 1));
    return parts;
}

std::optional<std::string> canonical_once(std::string_view address, bool may_unwrap) {
    address = trim(address);
    if (address.size() > longest_address) return std::nullopt;
    auto parts = cut(address);
    if (!parts) return std::nullopt;
    parts->host = site_host(parts->host);
    if (may_unwrap) {
        const auto inner = unwrapped(parts->host, parts->path + (parts->query.empty() ? "" : "?" + parts->query));
        if (!inner.empty()) return canonical_once(inner, false);
    }
    std::string canonical = (parts->has_default_port() ? "https" : parts->scheme) + "://" + parts->host;
    if (!parts->has_default_port()) canonical += ":" + parts->port;
    canonical += article_path(std::move(parts->path)) + article_query(parts->query);
    if (urls::parse_uri(canonical).has_error()) return std::nullopt;
    return canonical;
}

bool is_web_address(std::string_view reference) {
    const auto scheme = text::lower(reference.substr(0, 8));
    return scheme.starts_with("http://") || scheme.starts_with("https://");
}

}  // namespace

std::optional<std::string> canonical_url(std::string_view address) {
    // One rule can uncover what another takes off ("/amp/story.amp"); the form is reached when nothing changes.
    auto form = canonical_once(address, true);
    while (form) {
        auto next = canonical_once(*form, true);
        if (next == form) return form;
        form = std::move(next);
    }
    return std::nullopt;
}

std::optional<std::string> absolute_url(std::string_view reference, std::string_view base) {
    reference = trim(reference);
    if (is_web_address(reference)) return std::string(reference);
    base = trim(base);
    if (!is_web_address(base) || reference.size() > longest_address || base.size() > longest_address)
        return std::nullopt;
    const std::string loose = normal_escapes(reference.substr(0, reference.find('#')));
    const std::string origin(base.substr(0, base.find('#')));
    const auto relative = urls::parse_relative_ref(loose);
    const auto from = urls::parse_absolute_uri(origin);
    if (relative.has_error() || from.has_error()) return std::nullopt;
    urls::url resolved;
    if (urls::resolve(*from, *relative, resolved).has_error()) return std::nullopt;
    return std::string(resolved.buffer().data(), resolved.buffer().size());
}

std::optional<std::string> canonical_url(std::string_view reference, std::string_view base) {
    const auto absolute = absolute_url(reference, base);
    return absolute ? canonical_url(*absolute) : std::nullopt;
}

bool is_front_page(std::string_view canonical) {
    const auto scheme_end = canonical.find("://");
    return scheme_end != std::string_view::npos && canonical.find('/', scheme_end + 3) + 1 == canonical.size();
}

std::string_view site_of(std::string_view canonical) {
    const auto scheme_end = canonical.find("://");
    if (scheme_end == std::string_view::npos) return {};
    auto host = canonical.substr(scheme_end + 3);
    host = host.substr(0, host.find_first_of("/?:"));
    if (host.starts_with("www.")) host.remove_prefix(4);  // stored before the canonical form left it out
    return host;
}

}  // namespace throughline::ingest
