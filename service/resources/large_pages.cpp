#include "resources/resources.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace throughline::resources {
namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;

constexpr std::uintptr_t round_up(std::uintptr_t value, std::size_t unit) { return (value + unit - 1) / unit * unit; }

/// Gives the memory of the binary's own bytes back; they are read from the file again should anyone ask.
void forget(std::string_view bytes) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(bytes.data());
    const auto first = round_up(begin, page), last = (begin + bytes.size()) / page * page;
    if (first < last) madvise(reinterpret_cast<void*>(first), last - first, MADV_DONTNEED);
}

}  // namespace

std::string_view get_in_large_pages(std::string_view name) {
    const auto bytes = get(name);
    const auto size = round_up(bytes.size(), large_page);
    auto* copy = static_cast<char*>(std::aligned_alloc(large_page, size));
    if (copy == nullptr) throw std::bad_alloc();
    madvise(copy, size, MADV_HUGEPAGE);
    std::memcpy(copy, bytes.data(), bytes.size());
    forget(bytes);
    return {copy, bytes.size()};
}

}  // namespace throughline::resources
