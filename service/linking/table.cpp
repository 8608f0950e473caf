#include "linking/table.hpp"

#include "resources/resources.hpp"

#include <stdexcept>
#include <string>

namespace throughline::linking {

void for_each_part(std::string_view text, char separator, const std::function<void(std::string_view)>& use) {
    for (std::size_t begin = 0;;) {
        const auto end = text.find(separator, begin);
        use(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return;
        begin = end + 1;
    }
}

void for_each_row(std::string_view resource, std::size_t columns, const std::function<void(const table_fields&)>& use) {
    std::size_t line_number = 0;
    table_fields fields;
    for_each_part(resources::get(resource), '\n', [&](std::string_view line) {
        ++line_number;
        if (line.empty() || line.front() == '#') return;
        fields.clear();
        for_each_part(line, '\t', [&](std::string_view field) { fields.push_back(field); });
        if (fields.size() != columns)
            throw std::runtime_error(std::string(resource) + ", line " + std::to_string(line_number) + ": " +
                                     std::to_string(columns) + " fields expected");
        use(fields);
    });
}

}  // namespace throughline::linking
