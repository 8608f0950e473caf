#include "http/target.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <cstdint>

namespace throughline::http {
namespace {

/// More than any route knows; the check for repeated names looks at each pair.
constexpr std::size_t most_parameters = 64;

error malformed(std::string detail, std::string field = {}) {
    return {errc::bad_request, std::move(detail), std::move(field)};
}

/// Bytes of the character that starts here, 0 when none does.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return lead >= 0x20 && lead != 0x7f ? 1 : 0;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
    for (std::size_t index = 1; index < length; ++index)
        if ((byte(index) & 0xc0) != 0x80) return 0;
    const std::uint8_t second = byte(1);
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool surrogate = lead == 0xed && second >= 0xa0;
    const bool beyond = lead == 0xf4 && second >= 0x90;
    const bool control = lead == 0xc2 && second < 0xa0;
    return overlong || surrogate || beyond || control ? 0 : length;
}

}  // namespace

bool clean_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto length = character_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

result<request_target> parse_target(std::string_view target) {
    namespace urls = boost::urls;
    const auto parsed = target.starts_with('/') ? urls::parse_origin_form(target) : urls::parse_absolute_uri(target);
    if (!parsed) return malformed("The request target is not a valid path and query.");

    request_target read;
    for (auto segment : parsed->segments()) {
        if (!clean_utf8(segment)) return malformed("The path holds bytes that are not UTF-8 or control characters.");
        read.segments.push_back(std::move(segment));
    }
    urls::encoding_opts form_encoding;
    form_encoding.space_as_plus = true;
    for (const auto& pair : parsed->params(form_encoding)) {
        if (read.query.size() == most_parameters) return malformed("The query has too many parameters.");
        parameter given{pair.key, pair.value};
        if (!clean_utf8(given.name) || !clean_utf8(given.value))
            return malformed("The query holds bytes that are not UTF-8 or control characters.");
        const bool repeated = std::any_of(read.query.begin(), read.query.end(),
                                          [&](const parameter& before) { return before.name == given.name; });
        if (repeated) return malformed("The parameter is given twice.", given.name);
        read.query.push_back(std::move(given));
    }
    return read;
}

}  // namespace throughline::http
