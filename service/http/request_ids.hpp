// Request ids: the client's own when it is sane, else one that no other request of any process has.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace throughline::http {

class request_ids {
public:
    request_ids();

    /// 1 to 64 letters, digits, '.', '_' or '-' are taken over; anything else is replaced by 16 hex digits.
    std::string choose(std::optional<std::string_view> offered);

private:
    std::uint64_t state_;
};

}  // namespace throughline::http
