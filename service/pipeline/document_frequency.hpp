// How many of a large sample of news articles hold a word: what tells a telling word from a common one.
#pragma once

#include <string_view>

namespace throughline::pipeline {

/// Natural logarithm of sample size over documents that hold the term ("w:nerve", "e:country:ru").
/// A term outside the table counts as held by the smallest number the table lists.
float inverse_document_frequency(std::string_view term);

}  // namespace throughline::pipeline
