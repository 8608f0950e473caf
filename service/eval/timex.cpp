// `throughline-eval timex`: TimeML files in, the same with our TIMEX3 and EVENT out.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/timeml.hpp"
#include "pipeline/pipeline.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace throughline::eval {
namespace {

struct timex_options {
    std::string input;
    std::string output;
};

std::string annotate(const std::string& file) {
    const auto from = read_timeml(file);
    document doc;
    doc.text = from.text;
    doc.published = from.created;
    pipeline::run(doc);
    return write_timeml(from, doc, timeml_events(doc));
}

void run(const timex_options& options) {
    namespace fs = std::filesystem;
    fs::create_directories(options.output);
    for (const auto& entry : fs::directory_iterator(options.input))
        if (entry.path().extension() == ".tml")
            write_file(fs::path(options.output) / entry.path().filename(), annotate(read_file(entry.path())));
}

}  // namespace

void add_timex(CLI::App& app) {
    auto options = std::make_shared<timex_options>();
    auto* command =
        app.add_subcommand("timex", "time expressions and events of TimeML files; reads only their date and words");
    command->add_option("input", options->input, "folder of .tml files")->required();
    command->add_option("output", options->output, "folder to write to")->required();
    command->callback([options] { run(*options); });
}

}  // namespace throughline::eval
