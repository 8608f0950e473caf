#include "http/finish.hpp"

#include "http/compression.hpp"
#include "http/conditional.hpp"
#include "http/negotiation.hpp"

#include <algorithm>

namespace throughline::http {
namespace {

bool is_read(method verb) { return verb == method::get || verb == method::head; }

void drop_body(response& answer) {
    answer.status = 304;
    answer.content_type = "";
    answer.body.clear();
    answer.shared.reset();
}

bool has_header(const response& answer, std::string_view wanted) {
    return std::any_of(answer.headers.begin(), answer.headers.end(),
                       [&](const auto& header) { return header.first == wanted; });
}

void encode(response& answer) {
    if (answer.shared) {
        answer.gzipped = !answer.shared->gzip.empty();
    } else if (worth_compressing(answer.body.size())) {
        answer.body = gzip(answer.body, compression::fast);
        answer.gzipped = true;
    }
    if (answer.gzipped) answer.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace

void finish(const request& asked, response& answer) {
    if (answer.stream) return;
    if (is_read(asked.verb) && answer.status == 200) {
        std::string etag = answer.shared ? answer.shared->etag : make_etag(answer.body);
        const auto known = asked.header("If-None-Match");
        if (known && names_etag(*known, etag)) drop_body(answer);
        answer.headers.emplace_back("ETag", std::move(etag));
        if (!has_header(answer, "Cache-Control")) answer.headers.emplace_back("Cache-Control", "no-cache");
    }
    if (answer.status == 200 || answer.status == 304) answer.headers.emplace_back("Vary", "Accept-Encoding");
    if (preferred_coding(asked.header("Accept-Encoding").value_or("")) == content_coding::gzip) encode(answer);
}

}  // namespace throughline::http
