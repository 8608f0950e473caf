// Text from outside inside the syntaxes of the formats. Every function takes any UTF-8; those that take text drop
// control characters.
#pragma once

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>

namespace throughline::exports {

/// Controls dropped (C0, DEL, C1, the noncharacters U+FFFE and U+FFFF); white space becomes one blank, none at the
/// ends.
std::string one_line(std::string_view text);

/// The same with line ends kept as "\n".
std::string clean(std::string_view text);

/// JSON that may stand inside a page's <script> element as it is: "<" is written as \u003c.
std::string json_text(const boost::json::value& value);

/// For XML and HTML, in content and in quoted attributes.
std::string xml_text(std::string_view text);

/// For CommonMark, inside a paragraph or heading: all that could be markup is escaped.
std::string markdown_text(std::string_view text);

/// An address as a CommonMark link destination in angle brackets.
std::string markdown_address(std::string_view address);

/// For an iCalendar TEXT value (RFC 5545, section 3.3.11).
std::string ical_text(std::string_view text);

/// A quoted CSV cell. What begins with = + - @, a tab or their full-width forms gets an apostrophe in front, so that no
/// spreadsheet takes it for a formula (OWASP, CSV injection).
std::string csv_cell(std::string_view text);

/// An IRI's characters that XML, JSON-LD and mail readers would stumble over, percent-encoded.
std::string safe_address(std::string_view address);

/// http and https only: nothing else from outside becomes a link.
bool is_web_address(std::string_view address);

}  // namespace throughline::exports
