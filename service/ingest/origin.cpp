#include "ingest/origin.hpp"

#include <algorithm>

namespace throughline::ingest {

bool share_origin(const origin_traits& a, const origin_traits& b) {
    const bool one_agency = !a.wire.empty() && a.wire == b.wire;
    return similarity(a.signature, b.signature) >= (one_agency ? wire_similarity : copy_similarity);
}

std::string_view group_origin(std::span<const std::string> article_keys) {
    return *std::min_element(article_keys.begin(), article_keys.end());
}

}  // namespace throughline::ingest
