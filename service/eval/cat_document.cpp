#include "eval/cat_document.hpp"

#include "eval/markup.hpp"

#include <charconv>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace throughline::eval {
namespace {

/// Where a token stands: its sentence and its number in it.
using place = std::pair<std::uint32_t, std::uint32_t>;

class reader {
public:
    cat_document read(std::string_view rest) {
        while (const auto tag = next_tag(rest)) take(*tag);
        if (out_.id.empty()) throw std::runtime_error("no doc_id in a CAT file");
        return std::move(out_);
    }

private:
    void take(const markup_tag& tag) {
        if (tag.name == "Document") out_.id = attribute(tag, "doc_id").value_or("");
        if (tag.name == "token") add_token(tag);
        if (tag.name == "EVENT_MENTION") open_ = true;
        if (tag.name == "token_anchor" && open_) anchor(tag);
        if (tag.name == "/EVENT_MENTION") close();
    }

    void add_token(const markup_tag& tag) {
        const auto number = attribute(tag, "sentence").value_or("");
        std::uint32_t sentence = 0;
        std::from_chars(number.data(), number.data() + number.size(), sentence);
        if (sentence > out_.sentences.size()) throw std::runtime_error("sentences of a CAT file are not in order");
        if (sentence == out_.sentences.size()) out_.sentences.emplace_back();
        auto& words = out_.sentences[sentence];
        places_.emplace(attribute(tag, "t_id").value_or(""), place(sentence, words.size()));
        words.push_back(resolve_entities(tag.words));
    }

    void anchor(const markup_tag& tag) {
        const auto found = places_.find(attribute(tag, "t_id").value_or(""));
        if (found == places_.end()) throw std::runtime_error("an event of a CAT file has an unknown token");
        if (mention_.tokens.empty()) mention_.sentence = found->second.first;
        if (mention_.sentence == found->second.first) mention_.tokens.push_back(found->second.second);
    }

    void close() {
        open_ = false;
        if (!mention_.tokens.empty()) out_.events.push_back(std::exchange(mention_, {}));
    }

    cat_document out_;
    std::unordered_map<std::string_view, place> places_;
    corpus_tokens mention_;
    bool open_ = false;
};

}  // namespace

cat_document read_cat(std::string_view file) { return reader().read(file); }

}  // namespace throughline::eval
