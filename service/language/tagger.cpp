#include "language/tagger.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace throughline::language {

std::optional<tag_pair> quotation_mark(std::string_view form, bool space_before, bool space_after) {
    constexpr tag_pair open{upos::punct, xpos::quote_open}, close{upos::punct, xpos::quote_close};
    if (form == "“" || form == "«" || form == "``" || form == "„") return open;
    if (form == "”" || form == "»" || form == "''") return close;
    if (form == "\"") return space_before && !space_after ? open : close;
    return std::nullopt;
}

struct tagger::workspace {
    std::vector<word_info> words;
    std::vector<std::uint8_t> tags;
    std::vector<std::uint16_t> classes;
    std::vector<std::uint8_t> known;  ///< label that the lexicon or a mark's form fixes, else no_tag
    feature_list features;
    std::string buffer;
};

tagger::tagger(std::string_view model, const word_clusters& clusters) : clusters_(clusters) {
    const model_file file(model, version);
    for (const auto packed : file.section<std::uint16_t>("labels"))
        labels_.push_back({static_cast<upos>(packed >> 8), static_cast<xpos>(packed & 255)});
    if (labels_.empty() || labels_.size() > no_tag) throw std::runtime_error("a tagger's model has a wrong label set");
    lexicon_ = file.section<word_slot>("lexicon");
    weights_ = linear_model(file, "tags");
}

void tagger::tag(document& doc) const {
    workspace space;
    for (const auto& it : doc.sentences) tag_sentence(doc, it, space);
}

void tagger::tag_sentence(document& doc, const sentence& it, workspace& space) const {
    const auto count = it.tokens.size();
    space.words.assign(count + 4, word_info::boundary(0));
    space.tags.assign(count + 4, no_tag);
    space.classes.assign(count + 4, 0);
    space.known.assign(count, no_tag);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto token = it.tokens.first + i;
        const auto form = doc.word(token);
        space.words[i + 2] = describe(form, space.buffer);
        space.words[i + 2].usage = clusters_.find(space.words[i + 2].lower);
        const auto entry = lexicon_entry::unpack(find_word(lexicon_, space.words[i + 2].lower, lexicon_entry{}.pack()));
        space.classes[i + 2] = entry.ambiguity;
        space.known[i] = entry.label;
        const bool space_after = token + 1 >= doc.tokens.size() || doc.tokens[token + 1].space_before;
        const bool space_before = doc.tokens[token].space_before || i == 0;
        if (const auto mark = quotation_mark(form, space_before, space_after)) {
            const auto found = std::find(labels_.begin(), labels_.end(), *mark);
            if (found != labels_.end()) space.known[i] = static_cast<std::uint8_t>(found - labels_.begin());
        }
    }
    const tag_context context{space.words, space.tags, space.classes};
    std::array<std::int32_t, 128> scores;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto label = space.known[i];
        if (label == no_tag) {
            extract_tag_features(context, i, space.features);
            scores.fill(0);
            weights_.score(space.features.values(), scores);
            const auto end = scores.begin() + static_cast<std::ptrdiff_t>(labels_.size());
            label = static_cast<std::uint8_t>(std::max_element(scores.begin(), end) - scores.begin());
        }
        space.tags[i + 2] = label;
        doc.tokens[it.tokens.first + i].pos = labels_[label].pos;
        doc.tokens[it.tokens.first + i].penn = labels_[label].penn;
    }
}

}  // namespace throughline::language
