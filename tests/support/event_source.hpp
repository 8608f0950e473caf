// A client of Server-Sent Events for tests, which comes again as a browser does when it is told to.
#pragma once

#include "support/answer_log.hpp"
#include "support/http_client.hpp"

#include <memory>
#include <optional>
#include <string>

namespace throughline::test {

struct stream_event {
    std::string name;
    std::string id;    ///< "" when the event has none
    std::string data;  ///< "" for an event that browsers would not show
};

class event_source {
public:
    /// Connects. `base` is "http://HOST:PORT"; an empty `last_event_id` is not sent.
    event_source(std::string_view base, const std::string& target, const std::string& last_event_id = "")
        : base_(base), target_(target), connection_(std::make_unique<http_connection>(base)) {
        std::string request = "GET " + target + " HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n";
        if (!last_event_id.empty()) request += "Last-Event-ID: " + last_event_id + "\r\n";
        connection_->send(request + "\r\n");
        const auto head = connection_->receive();
        if (head) response = *head;
    }

    /// The next event with data; nullopt when the stream has ended.
    std::optional<stream_event> next() {
        for (;;) {
            const auto block = connection_->read_until("\n\n");
            if (!block) return std::nullopt;
            auto event = parse(*block);
            if (!event.id.empty()) last_id = event.id;
            if (event.data.empty()) continue;
            log_event(base_, target_, event.name, event.data);
            return event;
        }
    }

    /// The next bytes up to an empty line, comments included.
    std::optional<std::string> next_block() { return connection_->read_until("\n\n"); }

    bool closed_within(std::chrono::milliseconds time) { return connection_->closed_within(time); }

    http_response response;  ///< head of the stream, or the whole refusal
    std::string last_id;     ///< what a browser would come again with

private:
    static stream_event parse(const std::string& block) {
        stream_event event;
        std::size_t begin = 0;
        while (begin < block.size()) {
            const auto end = block.find('\n', begin);
            const auto line = block.substr(begin, end - begin);
            if (line.starts_with("event: ")) event.name = line.substr(7);
            if (line.starts_with("id: ")) event.id = line.substr(4);
            if (line.starts_with("data: ")) event.data = line.substr(6);
            begin = end + 1;
        }
        return event;
    }

    std::string base_;
    std::string target_;
    std::unique_ptr<http_connection> connection_;
};

}  // namespace throughline::test
