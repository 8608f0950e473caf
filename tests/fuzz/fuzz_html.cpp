// Any page of UTF-8: read without a crash, and what it gives is UTF-8 again.
#include "ingest/html_page.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace throughline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view html(reinterpret_cast<const char*>(data), size);
    if (!text::is_valid_utf8(html)) return 0;
    const auto page = ingest::read_html_page(html);
    if (!page) return 0;
    for (const auto* found : {&page->url, &page->headline, &page->publisher, &page->language, &page->text})
        if (!text::is_valid_utf8(*found)) std::abort();
    for (const auto& author : page->authors)
        if (!text::is_valid_utf8(author)) std::abort();
    return 0;
}
