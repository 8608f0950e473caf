// Any bytes in any charset: UTF-8, or a refusal that is itself UTF-8.
#include "ingest/charset.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace throughline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view given(reinterpret_cast<const char*>(data), size);
    const auto line = given.substr(0, given.find('\n'));  // the charset of the content type
    const auto check = [](const result<std::string>& text) {
        if (!text::is_valid_utf8(text ? *text : text.failure().detail)) std::abort();
    };
    check(ingest::to_utf8(given, {{}, true}, "html"));
    check(ingest::to_utf8(given.substr(line.size()), {line, false}, "text"));
    return 0;
}
