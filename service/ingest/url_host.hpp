// Hosts of web addresses: checked, in ASCII, without the labels of a site's mobile and AMP variants.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace throughline::ingest {

/// The host in lower case and ASCII (UTS 46, non-transitional), without the root's full stop; nullopt for what names no
/// host: percent signs and other marks, empty, too long or malformed labels ("xn--" and an edge hyphen among them), and
/// an IPv4 address of other than four numbers up to 255. "[…]" is left to the parser of the address.
std::optional<std::string> ascii_host(std::string_view host);

/// The host of a site however it is visited: "www.news.example", "m.news.example" and "amp.news.example" are
/// "news.example", "en.m.example.org" is "en.example.org" (data/url_rules.tsv). `host` as ascii_host() gives it.
std::string site_host(std::string_view host);

}  // namespace throughline::ingest
