// One address for one article, however it was shared: RFC 3986 normal form without tracking, AMP and mobile variants.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace throughline::ingest {

/// The canonical form of a web address; nullopt for what is no absolute http or https address of at most 2,048 bytes.
/// Scheme https (http only with a port of its own), host as site_host() has it (no "www."), no default port, user,
/// fragment, tracking parameters (data/url_rules.tsv) or trailing slash; unreserved characters decoded, other
/// percent-encoding in upper case. A host that cannot be one, or a port outside 1 to 65535, is no address.
/// Idempotent: the canonical form of a canonical form is itself.
std::optional<std::string> canonical_url(std::string_view address);

/// The same for a reference found in a page, resolved against the page's own address where it is relative.
std::optional<std::string> canonical_url(std::string_view reference, std::string_view base);

/// A reference resolved against an absolute address (RFC 3986 5.2) and not made canonical: what a page's links are read
/// against must keep its trailing slash. nullopt where that gives no http or https address.
std::optional<std::string> absolute_url(std::string_view reference, std::string_view base);

/// Whether a canonical address is a site's front page, which is nobody's article.
bool is_front_page(std::string_view canonical);

/// Host of a canonical address without "www."; "" for anything else.
std::string_view site_of(std::string_view canonical);

}  // namespace throughline::ingest
