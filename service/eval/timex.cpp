// `throughline-eval timex`: TimeML files in, the same with our TIMEX3 and EVENT out.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/timeml.hpp"
#include "pipeline/pipeline.hpp"

#include <filesystem>
#include <string>

namespace throughline::eval {
namespace {

std::string annotate(const std::string& file) {
    const auto from = read_timeml(file);
    document doc;
    doc.text = from.text;
    doc.published = from.created;
    pipeline::run(doc);
    return write_timeml(from, doc, timeml_events(doc));
}

}  // namespace

void run_timex(const corpus_files& files) {
    namespace fs = std::filesystem;
    fs::create_directories(files.output);
    for (const auto& entry : fs::directory_iterator(files.input))
        if (entry.path().extension() == ".tml")
            write_file(fs::path(files.output) / entry.path().filename(), annotate(read_file(entry.path())));
}

}  // namespace throughline::eval
