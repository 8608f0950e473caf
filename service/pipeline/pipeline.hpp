// The stages that read an article, in their one order.
#pragma once

#include "document/article_record.hpp"
#include "document/document.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace throughline::pipeline {

/// One stage: reads the layers before it and adds its own. Pure: no clock, no network, no state between documents.
struct stage {
    std::string_view name;  ///< label in /metrics: "tokens", "times"
    void (*apply)(document&);
};

/// All stages, first to last.
std::span<const stage> stages();

/// Told after each stage how long it took, in seconds; may be empty.
using stage_observer = std::function<void(std::string_view stage, double seconds)>;

/// Runs every stage. Throws stage_failure, naming the stage, when one fails.
void run(document& doc, const stage_observer& observer = {});

/// What is kept of a read document. `key` and `origin` are the caller's: article_record says what they are.
article_record make_record(const document& doc, std::string key, std::string origin);

}  // namespace throughline::pipeline
