// make_record(): what is kept of a document, with all places counted in code points.
#include "pipeline/code_points.hpp"
#include "pipeline/pipeline.hpp"
#include "pipeline/route.hpp"
#include "pipeline/terms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace throughline::pipeline {
namespace {

/// Lower case letters and digits with single blanks between words: equal for two printings of one saying.
std::string folded_words(std::string_view text) {
    std::string out;
    bool gap = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!kept) {
            // Apostrophes and other marks inside a word join it; typographic marks are all outside ASCII.
            gap = gap || byte <= ' ';
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return out;
}

/// Bytes of a quotation that tell it from others; what is cut off within a character is dropped by folding.
constexpr std::size_t longest_said = 2000;

constexpr std::uint32_t longest_gap = 4;  ///< words between an ordinal and the noun it counts

/// "second" of "the second search"; "" when the trigger is not counted.
std::string ordinal_of(const document& doc, std::uint32_t trigger) {
    static constexpr std::array<std::string_view, 10> ordinals{"first", "second",  "third",  "fourth", "fifth",
                                                               "sixth", "seventh", "eighth", "ninth",  "tenth"};
    for (std::uint32_t t = trigger; t-- > 0 && trigger - t <= longest_gap && doc.tokens[t].head == trigger;)
        if (std::find(ordinals.begin(), ordinals.end(), doc.tokens[t].lemma) != ordinals.end())
            return std::string(doc.tokens[t].lemma);
    return {};
}

record_participant participant_of(const document& doc, const mention_participant& part) {
    const entity& who = doc.entities[part.entity];
    return {who.name, who.aliases, who.key, who.kind, part.role};
}

/// A year that the database's calendar does not reach, such as 10,000 BC, leaves its bounds open; the EDTF tells it.
event_time with_storable_bounds(event_time time) {
    using std::chrono::year;
    constexpr day first(year(-4712) / 1 / 1), last(year(9999) / 12 / 31);
    for (auto* bound : {&time.first, &time.last})
        if (*bound && (**bound < first || **bound > last)) bound->reset();
    return time;
}

record_mention mention_of(const document& doc, const event_mention& mention, const code_point_index& places) {
    record_mention out;
    const token& head = doc.tokens[mention.trigger_token];
    out.type = mention.type;
    out.lemma = head.lemma;
    out.trigger = places(mention.trigger);
    out.evidence = places(mention.evidence);
    for (const mention_participant& part : mention.participants) out.participants.push_back(participant_of(doc, part));
    out.time = with_storable_bounds(mention.time);
    if (mention.timex) {
        const timex& expression = doc.timexes[*mention.timex];
        out.time_expression = {places(expression.where), std::string(doc.words(expression.where)), expression.value};
    }
    out.status = mention.status;
    out.background = mention.background;
    out.attributed_to = mention.attributed_to;
    if (mention.quote && doc.quotes[*mention.quote].direct)
        out.said = folded_words(doc.words(doc.quotes[*mention.quote].content).substr(0, longest_said));
    out.words = content_lemmas(doc, mention.evidence);
    route way = route_of(doc, mention);
    out.route_from = std::move(way.from);
    out.route_to = std::move(way.to);
    out.counted = ordinal_of(doc, mention.trigger_token);
    out.sentence = head.sentence;
    for (const mention_link& link : mention.links) out.links.push_back({link.kind, link.target, places(link.words)});
    out.title = mention.title;
    return out;
}

}  // namespace

article_record make_record(const document& doc, std::string key, std::string origin) {
    const code_point_index places(doc.text);
    article_record record;
    record.key = std::move(key);
    record.origin = std::move(origin);
    record.publisher = doc.publisher;
    record.headline = doc.headline;
    record.published = doc.published;
    record.mentions.reserve(doc.mentions.size());
    for (const event_mention& mention : doc.mentions) record.mentions.push_back(mention_of(doc, mention, places));
    record.terms = terms_of(doc);
    return record;
}

}  // namespace throughline::pipeline
