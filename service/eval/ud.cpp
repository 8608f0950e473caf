// `throughline-eval ud`: raw text to CoNLL-U.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "language/conllu.hpp"
#include "language/parse.hpp"
#include "language/tag.hpp"
#include "text/tokenize.hpp"

#include <string>

namespace throughline::eval {
namespace {

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

void run_ud(const corpus_files& files) { write_file(files.output, annotate(read_file(files.input))); }

}  // namespace throughline::eval
