// The article that a page describes in JSON-LD with the schema.org vocabulary.
#pragma once

#include "ingest/linked_data.hpp"
#include "ingest/page_facts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::ingest {

/// What tells a page's own article from others that its scripts describe.
struct page_identity {
    std::string url;                     ///< canonical; "" when it is not known
    std::vector<std::string> headlines;  ///< as the page shows and declares them, in any order
};

struct linked_article {
    page_facts facts;                        ///< `text` is the articleBody
    std::optional<published_time> modified;  ///< stands in where nothing tells when the article came out
};

/// The article whose url, mainEntityOfPage or "@id" is the page's own address, else the one with a headline of the
/// page, else the only one. nullopt when there is none, when none of several fits, and when the only one names another
/// address and another headline. References to other objects of the page's scripts are followed.
std::optional<linked_article> read_json_ld(const linked_data& data, const page_identity& page);

}  // namespace throughline::ingest
