#include "http/negotiation.hpp"
#include "http/conditional.hpp"

#include <doctest/doctest.h>

namespace http = throughline::http;

TEST_CASE("gzip is sent to those who take it") {
    for (const auto* accepts : {"gzip", "GZIP", "deflate, gzip;q=0.5", "br;q=1.0, *", "gzip; q=1", "x-gzip"})
        CHECK_MESSAGE(http::preferred_coding(accepts) == http::content_coding::gzip, accepts);
    for (const auto* refuses : {"", "identity", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", "br", ",;,", "gzipped"})
        CHECK_MESSAGE(http::preferred_coding(refuses) == http::content_coding::identity, refuses);
}

TEST_CASE("entity tags are compared weakly") {
    const auto etag = http::make_etag("body");

    CHECK(etag != http::make_etag("other body"));
    CHECK(http::names_etag(etag, etag));
    CHECK(http::names_etag(etag.substr(2), etag));
    CHECK(http::names_etag("\"a\", " + etag, etag));
    CHECK(http::names_etag(" * ", etag));
    CHECK_FALSE(http::names_etag("\"a\"", etag));
    CHECK_FALSE(http::names_etag("", etag));
    CHECK_FALSE(http::names_etag(",,", etag));
}
