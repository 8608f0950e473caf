#include "ingest/page_hints.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <string>

namespace throughline::ingest {

const page_hints& hints() {
    static const page_hints read = [] {
        page_hints made;
        for (const auto& row : data_table("service/ingest/data/page_hints.tsv")) {
            if (row[0] == "outside") made.outside.insert(row[1]);
            if (row[0] == "notice") made.notice.insert(row[1]);
            if (row[0] == "role") made.role.insert(row[1]);
            if (row[0] == "date") made.date.insert(row[1]);
            if (row[0] == "published") made.published.insert(row[1]);
            if (row[0] == "modified") made.modified.insert(row[1]);
        }
        return made;
    }();
    return read;
}

bool names_any(std::string_view names, const std::unordered_set<std::string_view>& words) {
    std::string word;
    const auto found = [&word, &words] {
        const bool known = words.contains(word);
        word.clear();
        return known;
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char c = names[i];
        const bool capital = c >= 'A' && c <= 'Z';
        const char lowered = text::ascii_lower(c);
        const bool letter = lowered >= 'a' && lowered <= 'z';
        if ((!letter || (capital && i > 0 && text::ascii_lower(names[i - 1]) == names[i - 1])) && found()) return true;
        if (letter) word += lowered;
    }
    return found();
}

}  // namespace throughline::ingest
