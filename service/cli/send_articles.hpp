// Sends articles to a running service over several kept-alive connections and counts what became of them.
#pragma once

#include "cli/api_client.hpp"
#include "cli/article_files.hpp"

#include <cstddef>
#include <string>

namespace throughline::cli {

struct send_options {
    service_address address;
    std::string key;              ///< bearer token; "" for none
    std::size_t connections = 4;  ///< requests at a time
    bool wait = true;             ///< until each article is read and stands on its timeline
};

/// What became of the articles. Sending the same ones again counts them as `present` and changes nothing.
struct send_summary {
    std::size_t added = 0;    ///< new, or a new version
    std::size_t present = 0;  ///< were there already
    std::size_t queued = 0;   ///< accepted, and not read yet
    std::size_t failed = 0;   ///< stored, but could not be read
    std::size_t refused = 0;  ///< not accepted: each has been reported with the reason
    std::string unreachable;  ///< why the service could not be reached; "" when it could
    bool stopped = false;     ///< by a signal, before the end

    std::size_t total() const { return added + present + queued + failed + refused; }
};

/// Sends all of them, reporting refusals on the standard error stream under a progress bar. An answer of 429 or 503 is
/// waited for as long as it asks, a broken connection with growing pauses; eight tries an article.
send_summary send_articles(article_files& articles, const send_options& options);

}  // namespace throughline::cli
