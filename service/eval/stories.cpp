// `throughline-eval stories`: which documents of a corpus tell one story.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "pipeline/pipeline.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace throughline::eval {
namespace {

namespace json = boost::json;

struct stories_options {
    std::string input;
    std::string output;
};

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

linking::article_profile read(const json::object& line) {
    document doc;
    doc.text = text_of(line);
    doc.headline = first_text(line, {"headline"});
    doc.published = parse_day(first_text(line, {"date", "published_at"}).substr(0, 10)).value_or(day{});
    pipeline::run(doc);
    const auto key = first_text(line, {"doc_id", "id", "url"});
    auto record = pipeline::make_record(doc, key, key);
    return {key, record.published, std::move(record.terms)};
}

std::vector<linking::article_profile> read_all(const std::string& lines) {
    std::vector<linking::article_profile> profiles;
    for_each_line(lines, [&](const std::string& line) { profiles.push_back(read(json::parse(line).as_object())); });
    std::sort(profiles.begin(), profiles.end(), [](const auto& l, const auto& r) { return l.key < r.key; });
    return profiles;
}

void run(const stories_options& options) {
    const auto profiles = read_all(read_file(options.input));
    const auto stories = partition_all(profiles);
    std::string rows;
    for (std::size_t i = 0; i < profiles.size(); ++i) rows += profiles[i].key + '\t' + profiles[stories[i]].key + '\n';
    write_file(options.output, rows);
}

}  // namespace

void add_stories(CLI::App& app) {
    auto options = std::make_shared<stories_options>();
    auto* command = app.add_subcommand("stories", "which documents tell one story");
    command
        ->add_option("input", options->input,
                     "JSON lines with doc_id, id or url; date or published_at; text or sentences")
        ->required();
    command->add_option("output", options->output, "a line a document: its name, a tab, its story")->required();
    command->callback([options] { run(*options); });
}

}  // namespace throughline::eval
