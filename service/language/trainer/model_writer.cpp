#include "language/trainer/model_writer.hpp"

#include "language/model_file.hpp"

#include <cstring>
#include <fstream>
#include <stdexcept>

namespace throughline::language {

std::string model_writer::bytes() const {
    model_file::header head{};
    std::memcpy(head.magic, model_file::magic.data(), sizeof head.magic);
    head.version = version_;
    head.sections = static_cast<std::uint32_t>(sections_.size());
    std::string out(reinterpret_cast<const char*>(&head), sizeof head);
    const auto aligned = [](std::uint64_t offset) { return (offset + 63) / 64 * 64; };
    auto offset = aligned(sizeof head + sections_.size() * sizeof(model_file::section_row));
    for (const auto& part : sections_) {
        model_file::section_row row{};
        if (part.name.size() > sizeof row.name) throw std::runtime_error("a section's name is too long: " + part.name);
        std::memcpy(row.name, part.name.data(), part.name.size());
        row.offset = offset;
        row.size = part.bytes.size();
        out.append(reinterpret_cast<const char*>(&row), sizeof row);
        offset = aligned(offset + row.size);
    }
    for (const auto& part : sections_) {
        out.resize(aligned(out.size()));
        out += part.bytes;
    }
    return out;
}

void model_writer::write(const std::filesystem::path& path) const {
    const auto all = bytes();
    std::ofstream file(path, std::ios::binary);
    file.write(all.data(), static_cast<std::streamsize>(all.size()));
    file.flush();
    if (!file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace throughline::language
