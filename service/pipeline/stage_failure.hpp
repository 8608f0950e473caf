// A stage that could not read a document.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace throughline::pipeline {

/// what() reads "stage times: …"; the cause is nested (std::rethrow_if_nested).
class stage_failure : public std::runtime_error {
public:
    stage_failure(std::string_view stage, std::string_view cause)
        : std::runtime_error("stage " + std::string(stage) + ": " + std::string(cause)), stage_(stage) {}

    const std::string& stage() const { return stage_; }

private:
    std::string stage_;
};

}  // namespace throughline::pipeline
