// The bytes before a response's body: status line and header fields (RFC 9112, section 4 and 5).
#pragma once

#include "http/response.hpp"

#include <ctime>
#include <string>
#include <string_view>

namespace throughline::http {

/// What the connection adds to a response.
struct connection_fields {
    std::string_view date;  ///< IMF-fixdate of now
    std::string_view request_id;
    bool close = false;                ///< the connection ends after this response
    bool announce_keep_alive = false;  ///< for an HTTP/1.0 client that asked for it
};

/// Replaces `head`. Characters that would end a field early are left out of values.
void write_head(std::string& head, const response& answer, const connection_fields& fields);

/// "Tue, 20 Mar 2018 10:00:00 GMT"
std::string http_date(std::time_t moment);

}  // namespace throughline::http
