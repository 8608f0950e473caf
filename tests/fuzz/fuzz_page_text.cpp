// Any Markdown or plain text: read without a crash, and no more comes out than went in.
#include "ingest/page_text.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace throughline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    const bool valid = text::is_valid_utf8(source);
    ingest::carries_furniture(source);
    for (const std::string_view headline : {"", "Headline"}) {
        const auto page = ingest::read_page_text(source, headline);
        if (valid && !text::is_valid_utf8(page.text + page.headline + page.url)) std::abort();
        // A line end can become a blank line between paragraphs.
        if (page.text.size() > 2 * source.size()) std::abort();
    }
    return 0;
}
