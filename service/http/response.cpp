#include "http/response.hpp"

#include "http/compression.hpp"
#include "http/conditional.hpp"

namespace throughline::http {

std::shared_ptr<const prebuilt_body> make_prebuilt(std::string body) {
    auto made = std::make_shared<prebuilt_body>();
    made->etag = make_etag(body);
    made->identity = std::move(body);
    return made;
}

std::shared_ptr<const prebuilt_body> with_gzip(const prebuilt_body& body) {
    auto made = std::make_shared<prebuilt_body>(body);
    made->gzip = gzip(body.identity, compression::best);
    return made;
}

std::string_view response::payload() const {
    if (!shared) return body;
    return gzipped ? shared->gzip : shared->identity;
}

response json(unsigned status, std::string body) {
    response made;
    made.status = status;
    made.body = std::move(body);
    return made;
}

response prebuilt(std::shared_ptr<const prebuilt_body> body) {
    response made;
    made.shared = std::move(body);
    return made;
}

response no_content() {
    response made;
    made.status = 204;
    made.content_type = "";
    return made;
}

}  // namespace throughline::http
