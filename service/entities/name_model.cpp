#include "entities/name_model.hpp"

#include "resources/resources.hpp"

#include <cstring>
#include <stdexcept>

namespace throughline::entities {

name_model::name_model(std::string_view bytes) {
    name_model_header header;
    const auto expected = header.magic;
    if (bytes.size() < sizeof header) throw std::runtime_error("name model: too short");
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::size_t slots = std::size_t{header.buckets} * bucket_size;
    const std::size_t size =
        sizeof header + sizeof(transition_table) + slots * (sizeof(std::uint16_t) + sizeof(weight_row));
    if (header.magic != expected || header.buckets == 0 || bytes.size() != size)
        throw std::runtime_error("name model: not of this layout");
    buckets_ = header.buckets;
    const char* at = bytes.data() + sizeof header;
    transitions_ = reinterpret_cast<const transition_table*>(at);
    at += sizeof(transition_table);
    fingerprints_ = reinterpret_cast<const std::uint16_t*>(at);
    at += slots * sizeof(std::uint16_t);
    rows_ = reinterpret_cast<const weight_row*>(at);
}

const name_model& name_model::instance() {
    static const name_model model(resources::get("service/entities/models/names.model"));
    return model;
}

}  // namespace throughline::entities
