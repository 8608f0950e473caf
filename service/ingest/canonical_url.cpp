#include "ingest/canonical_url.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <unicode/uidna.h>
#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace throughline::ingest {
namespace {

namespace urls = boost::urls;

constexpr std::size_t longest_address = 2048;

struct url_rules {
    std::vector<std::string_view> parameters, parameter_prefixes, host_prefixes, path_suffixes, path_prefixes, wrappers;
};

const url_rules& rules() {
    static const url_rules table = [] {
        url_rules read;
        for (const auto& row : data_table("service/ingest/data/url_rules.tsv")) {
            if (row[0] == "parameter") read.parameters.push_back(row[1]);
            if (row[0] == "parameter_prefix") read.parameter_prefixes.push_back(row[1]);
            if (row[0] == "host_prefix") read.host_prefixes.push_back(row[1]);
            if (row[0] == "path_suffix") read.path_suffixes.push_back(row[1]);
            if (row[0] == "path_prefix") read.path_prefixes.push_back(row[1]);
            if (row[0] == "wrapper") read.wrappers.push_back(row[1]);
        }
        std::sort(read.parameters.begin(), read.parameters.end());
        return read;
    }();
    return table;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Addresses are copied from browsers and pages with blanks, quotes and letters of any script in them.
std::string escape_loose(std::string_view address) {
    constexpr std::string_view illegal = " \"<>[\\]^`{|}";
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const auto byte = static_cast<unsigned char>(address[i]);
        const bool stray_percent =
            byte == '%' && !(i + 2 < address.size() && is_hex(address[i + 1]) && is_hex(address[i + 2]));
        if (byte <= 0x20 || byte >= 0x7f || stray_percent || illegal.find(address[i]) != std::string_view::npos) {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += address[i];
        }
    }
    return out;
}

// The host's ASCII form (IDNA 2008); nullopt when there is none.
std::optional<std::string> ascii_host(std::string_view host) {
    if (std::all_of(host.begin(), host.end(), [](unsigned char c) { return c < 0x80; })) return text::lower(host);
    UErrorCode status = U_ZERO_ERROR;
    UIDNA* idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status);
    if (U_FAILURE(status)) return std::nullopt;
    std::array<char, 256> buffer;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto length = uidna_nameToASCII_UTF8(idna, host.data(), static_cast<std::int32_t>(host.size()), buffer.data(),
                                               buffer.size(), &info, &status);
    uidna_close(idna);
    if (U_FAILURE(status) || info.errors != 0) return std::nullopt;
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

// "m.example.org" and "en.m.example.org" are example.org's mobile pages; a bare domain is nearly always served as www.
std::string desktop_host(std::string host) {
    auto labels = split(host, '.');
    const auto mobile = [](std::string_view label) {
        const auto& prefixes = rules().host_prefixes;
        return std::find(prefixes.begin(), prefixes.end(), label) != prefixes.end();
    };
    if (labels.size() < 3) return host;
    std::string out;
    if (mobile(labels[0])) {
        labels[0] = "www";
        if (labels[1] == "www") labels.erase(labels.begin());
    } else if (labels.size() > 3 && mobile(labels[1])) {
        labels.erase(labels.begin() + 1);
    }
    for (const auto label : labels) (out += out.empty() ? "" : ".") += label;
    return out;
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

std::optional<std::string> canonical_once(std::string_view address, bool may_unwrap) {
    address = trim(address);
    if (address.size() > longest_address) return std::nullopt;
    const auto scheme_end = address.find("://");
    if (scheme_end == std::string_view::npos) return std::nullopt;
    const std::string scheme = text::lower(address.substr(0, scheme_end));
    if (scheme != "http" && scheme != "https") return std::nullopt;
    auto rest = address.substr(scheme_end + 3);
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    rest.remove_prefix(authority.size());
    rest = rest.substr(0, rest.find('#'));
    const auto host_and_port = authority.substr(authority.rfind('@') + 1);
    const auto bracket = host_and_port.rfind(']');
    const auto colon = host_and_port.find(':', bracket == std::string_view::npos ? 0 : bracket);
    auto host = ascii_host(host_and_port.substr(0, colon));
    if (!host) return std::nullopt;
    if (host->ends_with('.')) host->pop_back();  // the root of the name system
    if (host->empty() || host->starts_with('.') || host->find("..") != std::string::npos) return std::nullopt;

    const auto port = colon == std::string_view::npos ? std::string_view{} : host_and_port.substr(colon + 1);
    if (!std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    const bool default_port = port.empty() || port == "80" || port == "443";
    if (bracket == std::string_view::npos) host = desktop_host(std::move(*host));
    const std::string loose = (default_port ? "https" : scheme) + "://" + *host +
                              (default_port ? "" : ":" + std::string(port)) + escape_loose(rest);
    auto parsed = urls::parse_uri(loose);
    if (parsed.has_error()) return std::nullopt;
    urls::url url(*parsed);
    url.normalize();
    const std::string path(url.encoded_path());
    const std::string query(url.encoded_query());
    if (may_unwrap) {
        const auto inner = unwrapped(*host, path + (query.empty() ? "" : "?" + query));
        if (!inner.empty()) return canonical_once(inner, false);
    }
    std::string canonical = std::string(url.scheme()) + "://" + std::string(url.encoded_host());
    if (!default_port) canonical += ":" + std::string(url.port());
    return canonical + article_path(path) + article_query(query);
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

std::optional<std::string> canonical_url(std::string_view reference, std::string_view base) {
    if (auto absolute = canonical_url(reference)) return absolute;
    const std::string loose = escape_loose(trim(reference));
    const auto relative = urls::parse_relative_ref(loose);
    const auto from = urls::parse_absolute_uri(base);
    if (relative.has_error() || from.has_error()) return std::nullopt;
    urls::url resolved;
    if (urls::resolve(*from, *relative, resolved).has_error()) return std::nullopt;
    return canonical_url(std::string_view(resolved.buffer().data(), resolved.buffer().size()));
}

std::string_view site_of(std::string_view canonical) {
    const auto scheme_end = canonical.find("://");
    if (scheme_end == std::string_view::npos) return {};
    auto host = canonical.substr(scheme_end + 3);
    host = host.substr(0, host.find_first_of("/?:"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return host;
}

}  // namespace throughline::ingest
