#include "language/trainer/train_tagger.hpp"

#include "language/tagger.hpp"
#include "language/trainer/perceptron.hpp"
#include "language/trainer/shuffle.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <limits>
#include <map>

namespace throughline::language {
namespace {

constexpr int epochs = 6;
constexpr float margin = 60;  // by which the right label must win to be left alone; one update moves scores by some 100
constexpr std::size_t fewest_of_label = 3;
constexpr std::uint32_t fewest_of_feature = 2;
constexpr std::size_t most_weights = 450000;
constexpr std::size_t trusted_count = 20;  // sightings of a word with a single label before it is taken as given

/// A sentence ready for training.
struct example {
    std::vector<word_info> words;  ///< with two boundary words on both sides
    std::vector<std::uint16_t> classes;
    std::vector<std::uint8_t> fixed;              ///< label that needs no model, else no_tag
    std::vector<std::vector<std::uint8_t>> gold;  ///< right labels; empty when unknown
};

class training {
public:
    training(const std::vector<gold_sentence>& treebank, const std::vector<gold_sentence>& news,
             const word_clusters& clusters)
        : clusters_(clusters) {
        collect_labels(treebank);
        collect_lexicon(treebank, news);
        for (const auto& s : treebank) examples_.push_back(prepare(s));
    }

    model_writer run() {
        for (const auto& e : examples_) visit(e, true);
        model_.seal();
        random_source random(17);
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < examples_.size(); ++i) order.push_back(i);
        for (int epoch = 0; epoch < epochs; ++epoch) {
            shuffle(order, random);
            mistakes_ = 0;
            for (const auto i : order) visit(examples_[i], false);
            std::cerr << "tagger: epoch " << epoch + 1 << ", " << mistakes_ << " mistakes\n";
        }
        model_writer out(tagger::version);
        std::vector<std::uint16_t> labels;
        for (const auto& label : labels_)
            labels.push_back(
                static_cast<std::uint16_t>(static_cast<unsigned>(label.pos) << 8 | static_cast<unsigned>(label.penn)));
        out.add("labels", labels);
        out.add("lexicon", lexicon_);
        model_.write(out, "tags", most_weights);
        return out;
    }

private:
    void collect_labels(const std::vector<gold_sentence>& treebank) {
        std::map<std::pair<upos, xpos>, std::size_t> counts;
        for (const auto& s : treebank)
            for (const auto& w : s.words) ++counts[{*w.pos, *w.penn}];
        for (const auto& [pair, count] : counts)
            if (count >= fewest_of_label) labels_.push_back({pair.first, pair.second});
    }

    std::uint8_t label_of(tag_pair pair) const {
        const auto found = std::find(labels_.begin(), labels_.end(), pair);
        return found == labels_.end() ? no_tag : static_cast<std::uint8_t>(found - labels_.begin());
    }

    void collect_lexicon(const std::vector<gold_sentence>& treebank, const std::vector<gold_sentence>& news) {
        struct sightings {
            std::map<xpos, std::size_t> tags;
            std::map<std::uint8_t, std::size_t> labels;
            std::size_t count = 0;
        };
        std::map<hash, sightings> seen;
        std::string buffer;
        for (const auto* part : {&treebank, &news})
            for (const auto& s : *part)
                for (const auto& w : s.words) {
                    if (!w.penn) continue;
                    auto& entry = seen[describe(w.form, buffer).lower];
                    ++entry.count;
                    ++entry.tags[*w.penn];
                    if (w.pos) ++entry.labels[label_of({*w.pos, *w.penn})];
                }
        std::vector<std::pair<hash, std::uint32_t>> rows;
        for (const auto& [word, entry] : seen) {
            if (entry.count < 2) continue;
            hash tags = 0;
            for (const auto& [tag, count] : entry.tags)
                if (count * 20 >= entry.count) tags = combine(tags, static_cast<hash>(tag) + 1);
            lexicon_entry packed;
            packed.ambiguity = static_cast<std::uint16_t>(tags % 65535 + 1);
            const bool single = entry.labels.size() == 1 && entry.tags.size() == 1;
            if (single && entry.labels.begin()->second >= trusted_count) packed.label = entry.labels.begin()->first;
            rows.emplace_back(word, packed.pack());
        }
        lexicon_ = make_word_table(rows);
    }

    example prepare(const gold_sentence& s) const {
        example e;
        const auto count = s.words.size();
        e.words.assign(count + 4, word_info::boundary(0));
        e.classes.assign(count + 4, 0);
        e.fixed.assign(count, no_tag);
        e.gold.resize(count);
        std::string buffer;
        for (std::size_t i = 0; i < count; ++i) {
            const auto& w = s.words[i];
            e.words[i + 2] = describe(w.form, buffer);
            e.words[i + 2].usage = clusters_.find(e.words[i + 2].lower);
            const auto entry = lexicon_entry::unpack(find_word(lexicon_, e.words[i + 2].lower, lexicon_entry{}.pack()));
            e.classes[i + 2] = entry.ambiguity;
            e.fixed[i] = entry.label;
            const bool space_after = i + 1 >= count || s.words[i + 1].space_before;
            if (const auto mark = quotation_mark(w.form, w.space_before || i == 0, space_after))
                e.fixed[i] = label_of(*mark);
            if (!w.penn) continue;
            for (std::uint8_t label = 0; label < labels_.size(); ++label)
                if (labels_[label].penn == *w.penn && (!w.pos || labels_[label].pos == *w.pos))
                    e.gold[i].push_back(label);
        }
        return e;
    }

    void visit(const example& e, bool counting) {
        tags_.assign(e.words.size(), no_tag);
        const tag_context context{e.words, tags_, e.classes};
        for (std::size_t i = 0; i < e.gold.size(); ++i) {
            auto label = e.fixed[i];
            if (label == no_tag) {
                if (counting && !e.gold[i].empty()) tags_[i + 2] = e.gold[i].front();
                extract_tag_features(context, i, features_);
                if (counting) {
                    model_.count(features_.values());
                    label = e.gold[i].empty() ? no_tag : e.gold[i].front();
                } else {
                    label = decide(e.gold[i]);
                }
            }
            tags_[i + 2] = label;
        }
    }

    std::uint8_t decide(const std::vector<std::uint8_t>& gold) {
        scores_.fill(0);
        model_.score(features_.values(), scores_);
        const auto best = static_cast<std::uint8_t>(
            std::max_element(scores_.begin(), scores_.begin() + static_cast<std::ptrdiff_t>(labels_.size())) -
            scores_.begin());
        model_.tick();
        if (gold.empty()) return best;
        const auto right =
            *std::max_element(gold.begin(), gold.end(), [&](auto a, auto b) { return scores_[a] < scores_[b]; });
        const bool is_right = std::find(gold.begin(), gold.end(), best) != gold.end();
        mistakes_ += !is_right;
        const auto rival = is_right ? best_but(gold) : best;
        if (scores_[right] - scores_[rival] < margin) {
            model_.update(features_.values(), right, 1);
            model_.update(features_.values(), rival, -1);
        }
        return best;
    }

    /// The highest scoring label that is not right.
    std::uint8_t best_but(const std::vector<std::uint8_t>& right) {
        auto others = scores_;
        for (const auto label : right) others[label] = -std::numeric_limits<float>::infinity();
        return static_cast<std::uint8_t>(
            std::max_element(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(labels_.size())) -
            others.begin());
    }

    const word_clusters& clusters_;
    std::vector<tag_pair> labels_;
    std::vector<word_slot> lexicon_;
    std::vector<example> examples_;
    perceptron model_{fewest_of_feature};
    feature_list features_;
    std::vector<std::uint8_t> tags_;
    std::array<float, 128> scores_{};
    std::size_t mistakes_ = 0;
};

}  // namespace

model_writer train_tagger(const std::vector<gold_sentence>& treebank, const std::vector<gold_sentence>& news,
                          const word_clusters& clusters) {
    return training(treebank, news, clusters).run();
}

}  // namespace throughline::language
