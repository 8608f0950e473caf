// Any bytes as title, names, words and addresses: every format is written, of valid UTF-8 where the bytes are, and what
// is JSON reads again.
#include "exports/format.hpp"
#include "text/utf8.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace throughline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string words(reinterpret_cast<const char*>(data), size);
    if (!text::is_valid_utf8(words)) return 0;
    exports::story_export story;
    story.id = "s_0000000000000001";
    story.title = words;
    story.base = story.self = "http://localhost";
    story.articles.push_back({"a_0000000000000001", 1, "https://" + words, words, words, words});
    exports::export_event event;
    event.id = "e_0000000000000001";
    event.title = event.type = event.status = words;
    event.participants.push_back({words, {words}, "place"});
    event.mentions.push_back({0, words, words, words, {0, 1}, words});
    story.events.push_back(event);
    event.time.first = parse_day("2018-03-20");
    story.events.push_back(event);
    for (const auto& format : exports::formats()) {
        const auto written = format.write(story);
        if (!text::is_valid_utf8(written)) std::abort();
        if (format.media_type.find("json") == std::string_view::npos) continue;
        boost::json::error_code failure;
        const auto read = boost::json::parse(written, failure);
        if (failure) std::abort();
    }
    return 0;
}
