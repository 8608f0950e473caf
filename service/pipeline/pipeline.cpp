#include "pipeline/pipeline.hpp"

#include "entities/entities.hpp"
#include "extraction/events.hpp"
#include "extraction/quotes.hpp"
#include "language/parse.hpp"
#include "language/tag.hpp"
#include "pipeline/stage_failure.hpp"
#include "temporal/temporal.hpp"
#include "text/tokenize.hpp"

#include <chrono>
#include <exception>

namespace throughline::pipeline {

namespace {

constexpr stage all_stages[] = {
    {"tokens", text::tokenize},          {"tags", language::tag},
    {"dependencies", language::parse},   {"times", temporal::tag},
    {"entities", entities::find},        {"quotes", extraction::find_quotes},
    {"events", extraction::find_events},
};

}  // namespace

std::span<const stage> stages() { return all_stages; }

void run(document& doc, const stage_observer& observer) {
    using clock = std::chrono::steady_clock;
    for (const stage& step : stages()) {
        const clock::time_point start = clock::now();
        try {
            step.apply(doc);
        } catch (const std::exception& cause) {
            std::throw_with_nested(stage_failure(step.name, cause.what()));
        }
        if (observer) observer(step.name, std::chrono::duration<double>(clock::now() - start).count());
    }
}

}  // namespace throughline::pipeline
