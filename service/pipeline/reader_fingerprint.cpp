#include "pipeline/reader_fingerprint.hpp"

#include "core/version.hpp"
#include "extraction/ontology.hpp"
#include "resources/resources.hpp"

#include <xxhash.h>

#include <cstdio>

namespace throughline::pipeline {

std::string reader_fingerprint() {
    auto sum = XXH3_64bits_withSeed(version.data(), version.size(), extraction::current_ontology().fingerprint());
    for (const auto name : resources::list("service/")) {
        if (name.starts_with("service/web/")) continue;
        const auto bytes = resources::get(name);
        sum = XXH3_64bits_withSeed(bytes.data(), bytes.size(), sum);
    }
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(sum));
    return digits;
}

}  // namespace throughline::pipeline
