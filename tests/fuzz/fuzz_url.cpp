// Any bytes as an address: refused, or brought to a form that is its own canonical form.
#include "ingest/canonical_url.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace throughline::ingest;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view given(reinterpret_cast<const char*>(data), size);
    const auto check = [](const std::optional<std::string>& canonical) {
        if (canonical && (canonical_url(*canonical) != canonical || site_of(*canonical).empty())) std::abort();
    };
    check(canonical_url(given));
    check(canonical_url(given, "https://news.example/world/story.html?id=1"));
    check(canonical_url("https://" + std::string(given)));
    return 0;
}
