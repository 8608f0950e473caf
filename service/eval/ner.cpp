// `throughline-eval ner`: names in sentences that are already split into words.
#include "entities/name_tagger.hpp"
#include "eval/commands.hpp"
#include "eval/files.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::eval {
namespace {

std::string label_text(entities::name_label label) {
    if (label == entities::outside) return "O";
    const auto kind = static_cast<std::size_t>(entities::kind_of(label));
    return (entities::is_inside(label) ? "I-" : "B-") + std::string(entities::name_kind_codes[kind]);
}

/// Sentences in a row that are read as one document: the files do not tell where a document ends.
constexpr std::size_t document_sentences = 12;

/// Collects the sentences of a document and writes them with labels.
class labeller {
public:
    explicit labeller(const entities::name_model& model) : tagger_(model) {}

    void add_word(std::string_view word) { words_.push_back(word); }

    void end_sentence() {
        ends_.push_back(words_.size());
        if (ends_.size() == document_sentences) end_document();
    }

    std::string finish() {
        end_sentence();
        end_document();
        out_.resize(out_.empty() ? 0 : out_.size() - 1);  // the blank line after the last sentence
        return std::move(out_);
    }

private:
    void end_document() {
        const auto labels = tagger_.label(words_, ends_);
        std::size_t at = 0;
        for (const std::size_t end : ends_) {
            for (; at < end; ++at) out_.append(words_[at]).append("\t").append(label_text(labels[at])).append("\n");
            out_ += '\n';
        }
        words_.clear();
        ends_.clear();
    }

    entities::name_tagger tagger_;
    std::vector<std::string_view> words_;
    std::vector<std::size_t> ends_;
    std::string out_;
};

/// A word a line in the first column, a blank line between sentences.
std::string annotate(std::string_view all, const entities::name_model& model) {
    labeller document(model);
    while (!all.empty()) {
        const std::string_view line = all.substr(0, all.find('\n'));
        all.remove_prefix(std::min(line.size() + 1, all.size()));
        const std::string_view word = line.substr(0, line.find_first_of("\t \r"));
        if (word.empty())
            document.end_sentence();
        else
            document.add_word(word);
    }
    return document.finish();
}

}  // namespace

void run_ner(const ner_options& options) {
    const std::string text = read_file(options.input);
    const std::string bytes = options.model.empty() ? std::string() : read_file(options.model);
    const auto& shipped = entities::name_model::instance;
    write_file(options.output, bytes.empty() ? annotate(text, shipped()) : annotate(text, entities::name_model(bytes)));
}

}  // namespace throughline::eval
