// `throughline-eval ud`: raw text to CoNLL-U.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "language/conllu.hpp"
#include "language/parse.hpp"
#include "language/tag.hpp"
#include "text/tokenize.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace throughline::eval {
namespace {

struct ud_options {
    std::string input;
    std::string output;
};

/// Documents stand apart by a blank line; each is read on its own.
std::string annotate(const std::string& all) {
    std::string out;
    std::size_t documents = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        auto end = all.find("\n\n", begin);
        if (end == std::string::npos) end = all.size();
        document doc;
        doc.text = all.substr(begin, end - begin);
        text::tokenize(doc);
        language::tag(doc);
        language::parse(doc);
        language::append_conllu(doc, "document-" + std::to_string(++documents), out);
        begin = end + 2;
    }
    return out;
}

}  // namespace

void add_ud(CLI::App& app) {
    auto options = std::make_shared<ud_options>();
    auto* command = app.add_subcommand("ud", "tokens, sentences, tags and dependencies of raw text as CoNLL-U");
    command->add_option("input", options->input, "raw text, a blank line between documents")->required();
    command->add_option("output", options->output, "CoNLL-U file to write")->required();
    command->callback([options] { write_file(options->output, annotate(read_file(options->input))); });
}

}  // namespace throughline::eval
