#include "eval/code_points.hpp"

#include "text/utf8.hpp"

namespace throughline::eval {

std::string words_at(std::string_view text, span code_points) {
    std::size_t byte = 0;
    std::size_t begin = 0;
    for (std::uint32_t count = 0; count < code_points.end && byte < text.size(); ++count) {
        if (count == code_points.begin) begin = byte;
        byte += text::decode(text, byte).size;
    }
    return std::string(text.substr(begin, byte - begin));
}

}  // namespace throughline::eval
