#include "http/compression.hpp"

#include <zlib.h>

#include <limits>
#include <new>

namespace throughline::http {

std::string gzip(std::string_view text, compression effort) {
    constexpr int gzip_window = 15 + 16;  // 32 KB window with a gzip header
    constexpr int memory_level = 8;
    z_stream stream{};
    const int level = effort == compression::fast ? 1 : 6;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();

    std::string packed;
    try {
        packed.resize(deflateBound(&stream, text.size()));
    } catch (...) {
        deflateEnd(&stream);
        throw;
    }
    constexpr std::size_t step = std::numeric_limits<uInt>::max();
    std::size_t read = 0;
    std::size_t written = 0;
    int state = Z_OK;
    while (state == Z_OK) {
        const auto input = std::min(step, text.size() - read);
        const auto room = std::min(step, packed.size() - written);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data() + read));
        stream.avail_in = static_cast<uInt>(input);
        stream.next_out = reinterpret_cast<Bytef*>(packed.data() + written);
        stream.avail_out = static_cast<uInt>(room);
        state = deflate(&stream, read + input == text.size() ? Z_FINISH : Z_NO_FLUSH);
        read += input - stream.avail_in;
        written += room - stream.avail_out;
    }
    deflateEnd(&stream);
    if (state != Z_STREAM_END) throw std::bad_alloc();
    packed.resize(written);
    packed.shrink_to_fit();
    return packed;
}

}  // namespace throughline::http
