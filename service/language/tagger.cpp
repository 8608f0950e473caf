#include "language/tagger.hpp"

#include "language/form_cache.hpp"
#include "language/score_sums.hpp"

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

/// A word whose label the network decides, and the rows that are known to be on for it.
struct tagger::open_word {
    std::uint32_t word;
    std::uint32_t size;
    tag_features::row_list rows;
};

struct tagger::known_word {
    tag_word word;
    std::uint8_t label = lexicon_entry::no_label;
};

struct tagger::workspace {
    form_cache<known_word> seen;
    std::vector<tag_word> words;
    std::vector<std::uint8_t> labels;
    std::vector<std::uint8_t> known;  ///< label that the lexicon or a mark's form fixes, else no_label
    std::vector<open_word> open;
    network::hidden layer;
    std::array<std::int32_t, lexicon_entry::no_label> scores;
    std::string buffer;
};

tagger::tagger(std::string_view model, const word_clusters& clusters) : clusters_(clusters) {
    const model_file file(model, version);
    for (const auto packed : file.section<std::uint16_t>("labels"))
        labels_.push_back({static_cast<upos>(packed >> 8), static_cast<xpos>(packed & 255)});
    const auto sizes = file.section<std::uint32_t>("sizes");
    if (sizes.size() != 3 || labels_.empty() || labels_.size() >= lexicon_entry::no_label)
        throw std::runtime_error("a tagger's model has wrong vocabularies");
    sizes_ = {sizes[0], sizes[1], sizes[2], static_cast<std::uint32_t>(labels_.size())};
    lexicon_ = file.section<word_slot>("lexicon");
    features_ = tag_features(sizes_);
    network_ = network(file, "tags");
    const bool in_range = std::all_of(lexicon_.begin(), lexicon_.end(), [&](word_slot slot) {
        const auto entry = lexicon_entry::unpack(slot.value);
        return entry.form < sizes_.forms && entry.ambiguity < sizes_.ambiguities &&
               (entry.label < labels_.size() || entry.label == lexicon_entry::no_label || slot.check == 0);
    });
    if (!in_range || sizes_.classes == 0 || sizes_.lexemes() > 0xffff || network_.rows() != features_.rows() ||
        network_.outputs() != labels_.size())
        throw std::runtime_error("a tagger's network does not fit its features");
}

void tagger::tag(document& doc) const {
    workspace space;
    for (const auto& it : doc.sentences) tag_sentence(doc, it, space);
}

/// What the models know of a form by itself.
tagger::known_word tagger::look_up(std::string_view form, workspace& space) const {
    if (const auto* seen = space.seen.find(form)) return *seen;
    auto info = describe(form, space.buffer);
    info.usage = clusters_.find(info.lower);
    const auto entry = lexicon_entry::unpack(find_word(lexicon_, info.lower, lexicon_entry{}.pack()));
    const known_word it{tag_word::make(info, entry, sizes_), static_cast<std::uint8_t>(entry.label)};
    space.seen.keep(form, it);
    return it;
}

void tagger::tag_sentence(document& doc, const sentence& it, workspace& space) const {
    const auto count = it.tokens.size();
    space.words.assign(count + 4, {});
    space.labels.assign(count + 4, static_cast<std::uint8_t>(labels_.size()));
    space.known.assign(count, lexicon_entry::no_label);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto token = it.tokens.first + i;
        const auto form = doc.word(token);
        const auto known = look_up(form, space);
        space.words[i + 2] = known.word;
        space.known[i] = known.label;
        const bool space_after = token + 1 >= doc.tokens.size() || doc.tokens[token + 1].space_before;
        const bool space_before = doc.tokens[token].space_before || i == 0;
        if (const auto mark = quotation_mark(form, space_before, space_after)) {
            const auto found = std::find(labels_.begin(), labels_.end(), *mark);
            if (found != labels_.end()) space.known[i] = static_cast<std::uint8_t>(found - labels_.begin());
        }
    }
    label_words(space);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto& label = labels_[space.labels[i + 2]];
        doc.tokens[it.tokens.first + i].pos = label.pos;
        doc.tokens[it.tokens.first + i].penn = label.penn;
    }
}

/// While one word is decided, the rows of the next one are on their way from memory.
void tagger::label_words(workspace& space) const {
    auto& open = space.open;
    open.clear();
    for (std::uint32_t i = 0; i < space.known.size(); ++i)
        if (space.known[i] == lexicon_entry::no_label) open.push_back({i, 0, {}});
    const auto prepare = [&](std::size_t number) {
        if (number >= open.size()) return;
        auto& it = open[number];
        const auto* end =
            features_.extract<tag_feature_part::words>({space.words, space.labels}, it.word, it.rows.data());
        it.size = static_cast<std::uint32_t>(end - it.rows.data());
        network_.prefetch({it.rows.data(), it.size});
    };
    prepare(0);
    std::size_t number = 0;
    for (std::uint32_t i = 0; i < space.known.size(); ++i) {
        if (space.known[i] != lexicon_entry::no_label) {
            space.labels[i + 2] = space.known[i];
            continue;
        }
        prepare(number + 1);
        space.labels[i + 2] = decide(open[number++], space);
    }
}

std::uint8_t tagger::decide(open_word& it, workspace& space) const {
    auto* const begin = it.rows.data();
    auto* const end =
        features_.extract<tag_feature_part::labels>({space.words, space.labels}, it.word, begin + it.size);
    network_.prefetch({begin + it.size, end});
    network_.activate({begin, end}, space.layer);
    const auto scores = std::span(space.scores).first(labels_.size());
    network_.score(space.layer, 0, scores);
    return static_cast<std::uint8_t>(first_largest(scores));
}

}  // namespace throughline::language
