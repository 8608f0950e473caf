// Any bytes as the body of POST /v1/articles: an article that keeps its promises or one clear failure.
#include "ingest/article_input.hpp"
#include "ingest/canonical_url.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace throughline;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ingest::limits allowed;
    allowed.today = *parse_day("2026-01-01");
    const auto read = ingest::read_article({reinterpret_cast<const char*>(data), size}, allowed);
    if (!read) {
        require(read.failure().detail.ends_with('.') && text::is_valid_utf8(read.failure().detail));
        return 0;
    }
    require(text::is_valid_utf8(read->text) && read->text.size() <= allowed.text_bytes);
    require(!read->headline.empty() && text::is_valid_utf8(read->headline) &&
            read->headline.find('\n') == std::string::npos);
    require(read->url.empty() || ingest::canonical_url(read->url) == read->url);
    require(read->text_hash.size() == 32 && read->content_hash.size() == 32 && !read->key().empty());
    require(read->published <= allowed.today + std::chrono::days(1));
    require(ingest::near_signature::from_bytes(read->signature.bytes()) == read->signature);
    return 0;
}
