// One address for one article, however it was shared: RFC 3986 normal form without tracking, AMP and mobile variants.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace throughline::ingest {

/// The canonical form of a web address; nullopt for what is no absolute http or https address of at most 2,048 bytes.
/// Scheme https (http only with a port of its own), host in lower case and ASCII, no default port, user, fragment,
/// tracking parameters (data/url_rules.tsv), trailing slash; percent-encoding as short as it can be, in upper case.
/// Idempotent: the canonical form of a canonical form is itself.
std::optional<std::string> canonical_url(std::string_view address);

/// The same for a reference found in a page, resolved against the page's own address where it is relative.
std::optional<std::string> canonical_url(std::string_view reference, std::string_view base);

/// Host of a canonical address without "www."; "" for anything else.
std::string_view site_of(std::string_view canonical);

}  // namespace throughline::ingest
