#include "ingest/data_table.hpp"

#include "resources/resources.hpp"

namespace throughline::ingest {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const auto end = text.find(separator, at);
        parts.push_back(text.substr(at, end - at));
        if (end == std::string_view::npos) return parts;
        at = end + 1;
    }
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::vector<std::string_view>> data_table(std::string_view resource) {
    std::vector<std::vector<std::string_view>> rows;
    for (const auto line : split(resources::get(resource), '\n'))
        if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
    return rows;
}

}  // namespace throughline::ingest
