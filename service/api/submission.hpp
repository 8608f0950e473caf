// From a checked article to what the store takes.
#pragma once

#include "ingest/article_input.hpp"
#include "storage/article_store.hpp"

namespace throughline::api {

storage::submission to_submission(ingest::article_input article);

/// "2018-03-21T10:00:00Z", with a fraction where there is one.
std::string to_rfc3339(ingest::instant moment);

}  // namespace throughline::api
