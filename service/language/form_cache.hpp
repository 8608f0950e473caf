// What was found out about the words of a document, by their form: a text says most of its words again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace throughline::language {

/// Keeps the last value of each place; which place a form has is as good as random. The forms' characters must outlive
/// the cache or be asked for no more.
template <class Value>
class form_cache {
public:
    struct entry {
        std::string_view form;
        std::uint32_t kind = 0;
        Value value{};
    };

    /// The value known of a form and a kind; nullptr where there is none.
    const Value* find(std::string_view form, std::uint32_t kind = 0) const {
        const entry& kept = entries_[place_of(form, kind)];
        return kept.kind == kind && kept.form == form && kept.form.data() != nullptr ? &kept.value : nullptr;
    }
    void keep(std::string_view form, const Value& value, std::uint32_t kind = 0) {
        entries_[place_of(form, kind)] = {form, kind, value};
    }

private:
    static constexpr std::size_t place_bits = 9;

    static std::size_t place_of(std::string_view form, std::uint32_t kind) {
        std::uint64_t begin = 0, end = 0;
        if (form.size() >= sizeof begin) {
            std::memcpy(&begin, form.data(), sizeof begin);
            std::memcpy(&end, form.data() + form.size() - sizeof end, sizeof end);
        } else {
            for (const char c : form) begin = begin << 8 | static_cast<unsigned char>(c);
        }
        const auto mixed = (begin ^ end * 0x9e3779b97f4a7c15ULL ^ kind) * 0xd6e8feb86659fd93ULL;
        return static_cast<std::size_t>(mixed >> (64 - place_bits));
    }

    std::array<entry, std::size_t{1} << place_bits> entries_{};
};

}  // namespace throughline::language
