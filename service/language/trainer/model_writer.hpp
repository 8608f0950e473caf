// Writes the container that language/model_file.hpp reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::language {

class model_writer {
public:
    explicit model_writer(std::uint32_t version) : version_(version) {}

    void add_bytes(const std::string& name, std::string_view bytes) { sections_.push_back({name, std::string(bytes)}); }

    template <class Value>
    void add(const std::string& name, const std::vector<Value>& values) {
        add_bytes(name, {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)});
    }

    /// The whole file's bytes.
    std::string bytes() const;
    /// Throws std::runtime_error when the file cannot be written.
    void write(const std::filesystem::path& path) const;

private:
    struct section {
        std::string name;
        std::string bytes;
    };
    std::uint32_t version_;
    std::vector<section> sections_;
};

}  // namespace throughline::language
