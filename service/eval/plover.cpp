// `throughline-eval plover`: the PLOVER root of what a marked source does to a marked target.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/marked_pair.hpp"
#include "eval/story_index.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <memory>
#include <string>

namespace throughline::eval {
namespace {

namespace json = boost::json;

struct plover_options {
    std::string input;
    std::string output;
};

void run(const plover_options& options) {
    std::string rows;
    for_each_line(read_file(options.input), [&](const std::string& line) {
        auto object = json::parse(line).as_object();
        object["root"] = plover_root(read_marked_pair(std::string(object.at("marked").as_string())));
        rows += json::serialize(object) + '\n';
    });
    write_file(options.output, rows);
}

}  // namespace

void add_plover(CLI::App& app) {
    auto options = std::make_shared<plover_options>();
    auto* command = app.add_subcommand("plover", "PLOVER root of sentences with marked source and target");
    command->add_option("input", options->input, "JSON lines with \"marked\": words with <s>source</s>, <t>target</t>")
        ->required();
    command->add_option("output", options->output, "the same lines with \"root\", empty where none is found")
        ->required();
    command->callback([options] { run(*options); });
}

}  // namespace throughline::eval
