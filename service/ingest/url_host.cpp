#include "ingest/url_host.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace throughline::ingest {
namespace {

using text::is_digit;

// Letters, digits, hyphens and, as some names of hosts have it against RFC 1123, the underscore.
bool is_host_byte(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.'; }

const UIDNA* idna() {
    struct closer {
        void operator()(UIDNA* open) const { uidna_close(open); }
    };
    static const std::unique_ptr<UIDNA, closer> open([] {
        UErrorCode status = U_ZERO_ERROR;
        return uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &status);
    }());
    return open.get();
}

std::optional<std::string> to_ascii(std::string_view host) {
    // The labels that video and cache servers number have hyphens in the third and fourth place.
    constexpr std::uint32_t harmless = UIDNA_ERROR_HYPHEN_3_4;
    constexpr std::size_t longest_host = 1000;
    if (host.empty() || host.size() > longest_host || idna() == nullptr) return std::nullopt;
    std::array<char, 256> buffer;
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto length = uidna_nameToASCII_UTF8(idna(), host.data(), static_cast<std::int32_t>(host.size()),
                                               buffer.data(), buffer.size(), &info, &status);
    if (U_FAILURE(status) || (info.errors & ~harmless) != 0) return std::nullopt;
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

// Browsers take a host for an IPv4 address when its last label is a number.
bool looks_like_ipv4(std::string_view last) {
    const bool decimal = std::all_of(last.begin(), last.end(), is_digit);
    return !last.empty() && (decimal || (last.starts_with("0x") && last.size() > 2 &&
                                         last.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos));
}

bool is_octet(std::string_view label) {
    const bool number = !label.empty() && label.size() <= 3 && std::all_of(label.begin(), label.end(), is_digit);
    return number && (label.size() == 1 || label.front() != '0') && std::stoi(std::string(label)) <= 255;
}

const std::vector<std::string_view>& variant_labels() {
    static const auto labels = [] {
        std::vector<std::string_view> read;
        for (const auto& row : data_table("service/ingest/data/url_rules.tsv"))
            if (row[0] == "host_prefix") read.push_back(row[1]);
        return read;
    }();
    return labels;
}

bool is_variant(std::string_view label) {
    return std::find(variant_labels().begin(), variant_labels().end(), label) != variant_labels().end();
}

}  // namespace

std::optional<std::string> ascii_host(std::string_view host) {
    if (host.starts_with('[')) return text::lower(host);
    auto ascii = to_ascii(host);
    if (!ascii) return std::nullopt;
    if (ascii->ends_with('.')) ascii->pop_back();
    if (ascii->empty() || !std::all_of(ascii->begin(), ascii->end(), is_host_byte)) return std::nullopt;
    const auto labels = split(*ascii, '.');
    if (looks_like_ipv4(labels.back()) && (labels.size() != 4 || !std::all_of(labels.begin(), labels.end(), is_octet)))
        return std::nullopt;
    return ascii;
}

std::string site_host(std::string_view host) {
    auto labels = split(host, '.');
    if (looks_like_ipv4(labels.back())) return std::string(host);
    while (labels.size() > 2 && is_variant(labels.front())) labels.erase(labels.begin());
    if (labels.size() > 3 && labels[1] != "www" && is_variant(labels[1])) labels.erase(labels.begin() + 1);
    std::string out;
    for (const auto label : labels) (out += out.empty() ? "" : ".") += label;
    return out;
}

}  // namespace throughline::ingest
