// The container of the model files: named sections of plain numbers, read in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string_view>

namespace throughline::language {

/// Layout, little endian: 8 bytes "TLMODEL1", u32 version of the contents, u32 count of sections, then for each section
/// a name of 16 bytes padded with zeros, u64 offset from the file's begin (a multiple of 64) and u64 size in bytes.
class model_file {
public:
    static constexpr std::string_view magic = "TLMODEL1";
    struct header {
        char magic[8];
        std::uint32_t version;
        std::uint32_t sections;
    };
    struct section_row {
        char name[16];
        std::uint64_t offset;
        std::uint64_t size;
    };

    /// The bytes must outlive the reader and begin at an address divisible by 64. Throws std::runtime_error when they
    /// are no model or one of another version.
    model_file(std::string_view bytes, std::uint32_t version);

    /// The section's bytes. Throws std::runtime_error when there is none of that name or it leaves the file.
    std::string_view bytes(std::string_view name) const;

    template <class Value>
    std::span<const Value> section(std::string_view name) const {
        const auto raw = bytes(name);
        if (raw.size() % sizeof(Value) != 0) throw std::runtime_error("a model's section has an odd size");
        return {reinterpret_cast<const Value*>(raw.data()), raw.size() / sizeof(Value)};
    }

private:
    std::string_view bytes_;
    std::span<const section_row> rows_;
};

}  // namespace throughline::language
