#include "cli/terminal.hpp"

#include "text/utf8.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace throughline::cli {

bool is_terminal(int stream) { return isatty(stream) == 1; }

bool wants_colour(int stream) {
    const char* kind = std::getenv("TERM");
    return is_terminal(stream) && std::getenv("NO_COLOR") == nullptr &&
           (kind == nullptr || std::strcmp(kind, "dumb") != 0);
}

std::size_t columns(int stream) {
    winsize size{};
    if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 100;
}

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = text::decode(text, at);
        const bool control = point.value < 0x20 || (point.value >= 0x7f && point.value <= 0x9f);
        if (control)
            out += ' ';
        else
            text::append_utf8(out, point.value);
        at += point.size;
    }
    return out;
}

std::size_t width_of(std::string_view text) { return text::length(text); }

std::string shortened(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) return std::string(text);
    std::size_t at = 0;
    for (std::size_t taken = 0; taken + 1 < width; ++taken) at += text::decode(text, at).size;
    return std::string(text.substr(0, at)) + "…";
}

}  // namespace throughline::cli
