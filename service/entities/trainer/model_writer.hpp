// Quantises a trained chain and lays it out for name_model.
#pragma once

#include "entities/trainer/chain_field.hpp"

#include <string>

namespace throughline::entities {

/// The bytes of a model of `buckets` buckets. The heaviest features go in first; those whose bucket is full stay out.
std::string write_model(const chain_field& trained, const feature_index& features, std::uint32_t buckets);

/// How much a feature matters: the length of its row, the more the oftener it occurs.
double importance(const chain_field& trained, const feature_index& features, std::uint32_t feature);

}  // namespace throughline::entities
