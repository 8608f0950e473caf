#include "cli/analysis.hpp"

#include <string_view>

namespace throughline::cli {
namespace {

void append_heading(std::string& out, std::string_view title, std::size_t count) {
    out += '\n';
    out += title;
    out += " (" + std::to_string(count) + ")\n";
}

std::string one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line)
        if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    return line;
}

std::string_view kind_name(entity_kind kind) {
    switch (kind) {
        case entity_kind::person: return "person";
        case entity_kind::organization: return "organization";
        case entity_kind::place: return "place";
        case entity_kind::group: return "group";
        case entity_kind::other: return "other";
    }
    return "other";
}

void append_sentences(const document& doc, std::string& out) {
    append_heading(out, "Sentences", doc.sentences.size());
    std::uint32_t paragraph = 0;
    for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
        if (doc.sentences[i].paragraph != paragraph) out += '\n';
        paragraph = doc.sentences[i].paragraph;
        out += "  " + std::to_string(i) + "  " + one_line(doc.words(doc.sentences[i].where)) + '\n';
    }
}

void append_layers(const document& doc, std::string& out) {
    append_heading(out, "Times", doc.timexes.size());
    for (const timex& time : doc.timexes)
        out += "  " + one_line(doc.words(time.where)) + "  →  " + time.value +
               (time.edtf.empty() ? "" : "  " + time.edtf) + '\n';
    append_heading(out, "Names", doc.entities.size());
    for (const entity& who : doc.entities) {
        out += "  " + who.name + "  [" + std::string(kind_name(who.kind)) + ", " + who.key + "]";
        for (const std::string& alias : who.aliases) out += "  " + one_line(alias);
        out += '\n';
    }
    append_heading(out, "Quotations", doc.quotes.size());
    for (const quote& said : doc.quotes) {
        const std::string who = said.speaker ? doc.entities[*said.speaker].name : said.speaker_text;
        out += "  " + (who.empty() ? "?" : one_line(who)) + (said.direct ? ": “" : ": ") +
               one_line(doc.words(said.content)) + (said.direct ? "”\n" : "\n");
    }
}

void append_event(const record_mention& event, std::size_t index, std::string& out) {
    out += "  #" + std::to_string(index) + "  " + (event.time.edtf.empty() ? "undated" : event.time.edtf) + "  " +
           event.type + "  " + event.title + '\n';
    out += "      " + std::string(name(event.status)) + ", date by " + std::string(name(event.time.basis));
    if (event.time_expression) out += " (“" + one_line(event.time_expression->text) + "”)";
    if (event.background) out += ", background";
    if (!event.attributed_to.empty()) out += ", says " + one_line(event.attributed_to);
    out += '\n';
    for (const record_participant& part : event.participants)
        out += "      " + std::string(name(part.role)) + ": " + part.name + '\n';
    for (const mention_link& link : event.links)
        out += "      " + std::string(name(link.kind)) + " #" + std::to_string(link.target) + '\n';
}

}  // namespace

std::string analysis_text(const document& doc, const article_record& record) {
    std::string out;
    if (!doc.headline.empty()) out += doc.headline + '\n';
    out += "Published " + to_string(doc.published) + (doc.publisher.empty() ? "" : " by " + doc.publisher) + '\n';
    append_sentences(doc, out);
    append_layers(doc, out);
    append_heading(out, "Events", record.mentions.size());
    for (std::size_t i = 0; i < record.mentions.size(); ++i) append_event(record.mentions[i], i, out);
    return out;
}

}  // namespace throughline::cli
