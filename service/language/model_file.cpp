#include "language/model_file.hpp"

#include <string>

namespace throughline::language {

model_file::model_file(std::string_view bytes, std::uint32_t version) : bytes_(bytes) {
    if (bytes.size() < sizeof(header) || !bytes.starts_with(magic)) throw std::runtime_error("not a model file");
    const auto* head = reinterpret_cast<const header*>(bytes.data());
    if (head->version != version)
        throw std::runtime_error("a model of version " + std::to_string(head->version) + " where " +
                                 std::to_string(version) + " is read");
    if ((bytes.size() - sizeof(header)) / sizeof(section_row) < head->sections)
        throw std::runtime_error("a model file is cut off");
    rows_ = {reinterpret_cast<const section_row*>(bytes.data() + sizeof(header)), head->sections};
}

std::string_view model_file::bytes(std::string_view name) const {
    for (const auto& row : rows_) {
        if (std::string_view(row.name, strnlen(row.name, sizeof row.name)) != name) continue;
        if (row.offset > bytes_.size() || row.size > bytes_.size() - row.offset)
            throw std::runtime_error("a model file is cut off");
        return bytes_.substr(row.offset, row.size);
    }
    throw std::runtime_error("a model has no section " + std::string(name));
}

}  // namespace throughline::language
