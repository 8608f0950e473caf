#include "http/response_head.hpp"

#include <array>
#include <cstdio>

namespace throughline::http {
namespace {

std::string_view reason(unsigned status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 304: return "Not Modified";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "";
    }
}

void add(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    if (value.find_first_of("\r\n") == std::string_view::npos) {
        head += value;
    } else {
        for (const char letter : value)
            if (letter != '\r' && letter != '\n') head += letter;
    }
    head += "\r\n";
}

bool has_body(unsigned status) { return status != 204 && status != 304; }

}  // namespace

void write_head(std::string& head, const response& answer, const connection_fields& fields) {
    head.assign("HTTP/1.1 ");
    head += std::to_string(answer.status);
    head += ' ';
    head += reason(answer.status);
    head += "\r\n";
    add(head, "Date", fields.date);
    if (!answer.content_type.empty()) add(head, "Content-Type", answer.content_type);
    if (has_body(answer.status) && !answer.stream) add(head, "Content-Length", std::to_string(answer.payload().size()));
    for (const auto& [name, value] : answer.headers) add(head, name, value);
    add(head, "X-Request-Id", fields.request_id);
    if (fields.close) {
        add(head, "Connection", "close");
    } else if (fields.announce_keep_alive) {
        add(head, "Connection", "keep-alive");
    }
    head += "\r\n";
}

std::string http_date(std::time_t moment) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&moment, &utc);
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[static_cast<std::size_t>(utc.tm_wday)],
                  utc.tm_mday, months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
    return text;
}

}  // namespace throughline::http
