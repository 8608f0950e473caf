#include "eval/article_line.hpp"

#include <initializer_list>

namespace throughline::eval {
namespace {

namespace json = boost::json;

/// The first of the fields that the line has as a text.
std::string first_text(const json::object& line, std::initializer_list<const char*> fields) {
    for (const char* field : fields)
        if (const auto* value = line.if_contains(field); value && value->is_string())
            return std::string(value->as_string());
    return {};
}

/// The text, or where the line has tokenized sentences, those joined by blanks.
std::string text_of(const json::object& line) {
    const auto* sentences = line.if_contains("sentences");
    if (!sentences) return first_text(line, {"text"});
    std::string text;
    for (const auto& sentence : sentences->as_array()) {
        for (const auto& word : sentence.as_array()) text.append(word.as_string()).push_back(' ');
        text.push_back('\n');
    }
    return text;
}

}  // namespace

document document_of(const json::object& line) {
    document doc;
    doc.text = text_of(line);
    doc.headline = first_text(line, {"headline"});
    doc.publisher = first_text(line, {"publisher"});
    doc.published = parse_day(first_text(line, {"date", "published_at"}).substr(0, 10)).value_or(day{});
    return doc;
}

std::string key_of(const json::object& line) { return first_text(line, {"doc_id", "id", "url"}); }

}  // namespace throughline::eval
