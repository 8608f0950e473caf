// `throughline-eval stories`: which documents of a corpus tell one story.
#include "eval/article_line.hpp"
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

linking::article_profile read(const json::object& line) {
    document doc = document_of(line);
    pipeline::run(doc);
    const auto key = key_of(line);
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
