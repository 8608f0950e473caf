// Writes down what the service answers in the tests, for tests/contract to hold it to schema/openapi.yaml.
#pragma once

#include <string>
#include <string_view>

namespace throughline::test {

struct http_response;

/// From now on the answers of this server, which must be the whole service, go to the file that THROUGHLINE_RECORD
/// names, a JSON object a line. Does nothing where it names none.
void log_answers_of(const std::string& base);

/// The server ends: another one may get its port.
void pass_over_answers_of(const std::string& base);

/// Other servers are passed over.
void log_answer(const std::string& base, std::string_view method, std::string_view target,
                const http_response& response);

/// An event of a stream: its name and its data, which is JSON.
void log_event(const std::string& base, std::string_view target, std::string_view name, std::string_view data);

}  // namespace throughline::test
