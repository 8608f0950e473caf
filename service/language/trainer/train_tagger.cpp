#include "language/trainer/train_tagger.hpp"

#include "language/tagger.hpp"
#include "language/trainer/network.hpp"
#include "language/trainer/shuffle.hpp"
#include "language/trainer/softmax.hpp"
#include "language/trainer/tag_lexicon.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <numeric>

namespace throughline::language {
namespace {

constexpr int epochs = 8;
constexpr int first_sampled_epoch = 5;
constexpr float first_rate = 0.05F;  // falls to nothing in even steps
constexpr float dropout = 0.3F;
constexpr double half_hidden = 0.25;  // a form seen this often would be hidden half of the time

/// A sentence ready for training.
struct example {
    std::vector<tag_word> words;      ///< with two words that stand for nothing on both sides
    std::vector<tag_word> classed;    ///< the same as if no form were frequent
    std::vector<double> hiding;       ///< how often each word is to be taken from `classed`
    std::vector<std::uint8_t> fixed;  ///< label that needs no model, else no_label
    std::vector<std::uint8_t> gold;   ///< right label, no_label when it is none of the tagger's
};

class training {
public:
    training(const std::vector<gold_sentence>& treebank, const tag_lexicon& lexicon, const word_clusters& clusters)
        : lexicon_(lexicon),
          coarse_of_fine_(clusters.coarse_classes()),
          sizes_{static_cast<std::uint32_t>(lexicon.class_of_form.size()),
                 static_cast<std::uint32_t>(coarse_of_fine_.size()), lexicon.ambiguities,
                 static_cast<std::uint32_t>(lexicon.labels.size())},
          features_(sizes_),
          network_(tagger_width, tie(), lexicon.labels.size(), 13) {
        for (const auto& s : treebank) examples_.push_back(prepare(s, clusters));
    }

    model_writer run() {
        random_source random(17);
        std::vector<std::uint32_t> order(examples_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto steps = static_cast<float>(epochs) * static_cast<float>(order.size());
        float done = 0;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            shuffle(order, random);
            mistakes_ = 0;
            for (const auto i : order) learn(examples_[i], first_rate * (1 - done++ / steps), random);
            if (epoch >= first_sampled_epoch) network_.sample();
            std::cerr << "tagger: epoch " << epoch + 1 << ", " << mistakes_ << " mistakes\n";
        }
        model_writer out(tagger::version);
        std::vector<std::uint16_t> labels;
        for (const auto& label : lexicon_.labels)
            labels.push_back(
                static_cast<std::uint16_t>(static_cast<unsigned>(label.pos) << 8 | static_cast<unsigned>(label.penn)));
        out.add("labels", labels);
        out.add("sizes", std::vector<std::uint32_t>{sizes_.forms, sizes_.classes, sizes_.ambiguities});
        out.add("lexicon", lexicon_.words);
        network_.write(out, "tags");
        return out;
    }

private:
    row_parts tie() const {
        row_parts parts;
        for (const auto& it : features_.templates()) {
            if (it.kind == tag_feature_kind::lexeme)
                parts.add_words(lexicon_.class_of_form, 1, coarse_of_fine_);
            else if (it.kind == tag_feature_kind::label_pair)
                parts.add_products(sizes_.labels + 1, sizes_.labels + 1);
            else
                parts.add_single(it.size);
        }
        return parts;
    }

    example prepare(const gold_sentence& s, const word_clusters& clusters) const {
        example e;
        const auto count = s.words.size();
        e.words.resize(count + 4);
        e.classed.resize(count + 4);
        e.hiding.resize(count + 4);
        std::string buffer;
        for (std::size_t i = 0; i < count; ++i) {
            const auto& w = s.words[i];
            auto info = describe(w.form, buffer);
            info.usage = clusters.find(info.lower);
            const auto entry = lexicon_entry::unpack(find_word(lexicon_.words, info.lower, lexicon_entry{}.pack()));
            e.words[i + 2] = e.classed[i + 2] = tag_word::make(info, entry, sizes_);
            e.classed[i + 2].lexeme = tag_word::make(info, {}, sizes_).lexeme;
            e.hiding[i + 2] = entry.form == 0 ? 0 : half_hidden / (half_hidden + lexicon_.count_of_form[entry.form]);
            const bool space_after = i + 1 >= count || s.words[i + 1].space_before;
            const auto mark = quotation_mark(w.form, w.space_before || i == 0, space_after);
            e.fixed.push_back(static_cast<std::uint8_t>(mark ? lexicon_.label_of(*mark) : entry.label));
            e.gold.push_back(static_cast<std::uint8_t>(lexicon_.label_of({*w.pos, *w.penn})));
        }
        return e;
    }

    void learn(const example& e, float rate, random_source& random) {
        words_ = e.words;
        for (std::size_t i = 0; i < words_.size(); ++i)
            if (e.hiding[i] > 0 && random.fraction() < e.hiding[i]) words_[i] = e.classed[i];
        labels_.assign(e.words.size(), static_cast<std::uint8_t>(sizes_.labels));
        for (std::size_t i = 0; i < e.gold.size(); ++i)
            labels_[i + 2] = e.fixed[i] != lexicon_entry::no_label ? e.fixed[i] : decide(i, e.gold[i], rate);
    }

    std::uint8_t decide(std::size_t word, std::uint8_t gold, float rate) {
        auto* const end = features_.extract<tag_feature_part::all>({words_, labels_}, word, rows_.data());
        network_.forward({rows_.data(), end}, dropout);
        share_.resize(sizes_.labels);
        for (std::size_t label = 0; label < share_.size(); ++label) share_[label] = network_.score(label);
        const auto best = static_cast<std::uint8_t>(softmax(share_));
        if (gold == lexicon_entry::no_label) return best;
        mistakes_ += best != gold;
        for (std::size_t label = 0; label < share_.size(); ++label)
            network_.blame(label, share_[label] - (label == gold ? 1.0F : 0.0F));
        network_.backward(rate);
        return best;
    }

    const tag_lexicon& lexicon_;
    std::vector<std::uint16_t> coarse_of_fine_;
    tag_sizes sizes_;
    tag_features features_;
    network network_;
    std::vector<example> examples_;
    tag_features::row_list rows_{};
    std::vector<tag_word> words_;
    std::vector<std::uint8_t> labels_;
    std::vector<float> share_;
    std::size_t mistakes_ = 0;
};

}  // namespace

model_writer train_tagger(const std::vector<gold_sentence>& treebank, const std::vector<gold_sentence>& news,
                          const word_clusters& clusters) {
    const auto lexicon = make_tag_lexicon(treebank, news, clusters);
    return training(treebank, lexicon, clusters).run();
}

}  // namespace throughline::language
