#include "exports/format.hpp"

#include "exports/writers.hpp"

#include <algorithm>
#include <array>

namespace throughline::exports {
namespace {

// x. is the tree for types that nobody has registered (RFC 6838, section 3.4).
constexpr std::array<format, 9> all{{
    {"timelinejs", "application/x.timelinejs+json", "timelinejs.json", write_timelinejs},
    {"jsonfeed", "application/feed+json", "feed.json", write_jsonfeed},
    {"atom", "application/atom+xml", "atom", write_atom},
    {"ical", "text/calendar; charset=utf-8", "ics", write_ical},
    {"csv", "text/csv; charset=utf-8; header=present", "csv", write_csv},
    {"markdown", "text/markdown; charset=utf-8; variant=CommonMark", "md", write_markdown},
    {"jsonld", "application/ld+json", "jsonld", write_jsonld},
    {"ninjs", "application/x.ninjs+json", "ninjs.json", write_ninjs},
    {"annotations", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", "annotations.jsonld",
     write_annotations},
}};

constexpr std::size_t longest_stem = 60;

}  // namespace

std::span<const format> formats() { return all; }

const format* find_format(std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const format& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::string file_name(const story_export& story, const format& as) {
    std::string stem;
    for (const char letter : story.title) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        const bool plain = capital || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain)
            stem += static_cast<char>(capital ? letter - 'A' + 'a' : letter);
        else if (!stem.empty() && stem.back() != '-')
            stem += '-';
        if (stem.size() == longest_stem) break;
    }
    while (!stem.empty() && stem.back() == '-') stem.pop_back();
    return (stem.empty() ? story.id : stem) + '.' + std::string(as.extension);
}

}  // namespace throughline::exports
