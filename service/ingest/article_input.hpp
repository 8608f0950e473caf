// Reads what a client sends (JSON, a web page, Markdown, plain text) into one checked article, or says what is wrong
// with it.
#pragma once

#include "core/calendar.hpp"
#include "core/error.hpp"
#include "ingest/near_duplicate.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::ingest {

/// A moment in UTC, as exact as PostgreSQL keeps it.
using instant = std::chrono::sys_time<std::chrono::microseconds>;

/// What is accepted. Everything is read in time linear in the size of the input.
struct limits {
    std::size_t text_bytes = 1'000'000;  ///< of the stored text; default 1 MB
    std::size_t page_bytes = 8'000'000;  ///< of a whole page or body before it is read; default 8 MB
    day today{};  ///< the caller's clock; an article may be dated one day after it, for time zones
};

/// The format of raw bytes.
enum class media : std::uint8_t { json, html, markdown, plain };

/// A checked article. Every string is valid UTF-8 without control characters (line feeds and tabs in the text aside).
struct article_input {
    std::string url;                      ///< canonical (canonical_url.hpp); "" when the article has none
    std::string headline;                 ///< one line, never empty
    std::string publisher;                ///< as given, else known for the URL's host, else that host, else ""
    std::vector<std::string> authors;     ///< as given or found; agencies stand among them ("Reuters")
    day published{};                      ///< the article's own date, in the zone that it was given in
    std::optional<instant> published_at;  ///< the exact moment, where it was given
    std::string language;                 ///< BCP 47: "en", "de"
    bool english = true;                  ///< false: stored and shown, but no events are made
    std::string text;                     ///< paragraphs parted by blank lines; all evidence points into it
    std::string text_hash;                ///< XXH3-128 of `text`, 32 hex digits: tells versions under one URL apart
    std::string content_hash;  ///< XXH3-128 of publisher and `text`, 32 hex digits: the same again, whatever its URL
    near_signature signature;  ///< finds near copies (near_duplicate.hpp)
    std::string wire;          ///< news agency credited: "reuters", "ap", …; "" when none

    /// Names the article and orders articles everywhere: the canonical URL, else "content:" and the content hash.
    std::string key() const { return url.empty() ? "content:" + content_hash : url; }
};

/// Reads the body of POST /v1/articles: {"url", "headline", "publisher", "authors", "published_at", "language", "text"
/// or "html"}. `text` is stored byte for byte, unless it carries a page's furniture (page_text.hpp) or leaves fields to
/// be found in it. Failures: too_large, invalid_encoding, invalid_json, missing_field, invalid_field, text_empty;
/// `field` names the member.
result<article_input> read_article(std::string_view json_body, const limits& allowed);

/// An article as raw bytes.
struct raw_article {
    std::string_view bytes;
    media format = media::plain;
    std::string_view url;      ///< where they came from; "" when that is not known
    std::string_view charset;  ///< of their Content-Type; "" when it names none (charset.hpp)
};

/// The same from raw bytes of any format; JSON is always UTF-8, perhaps behind a byte order mark.
result<article_input> read_article(const raw_article& raw, const limits& allowed);

}  // namespace throughline::ingest
