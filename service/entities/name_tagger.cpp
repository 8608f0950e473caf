#include "entities/name_tagger.hpp"

#include <algorithm>

namespace throughline::entities {
namespace {

constexpr std::int16_t floor_score = -8000;  ///< keeps a path's lag from overflowing 16 bits

}  // namespace

/// Looks the features of several words up at once: the processor waits for memory once instead of at every word.
void name_tagger::score_run(word_run run) {
    for (std::size_t begin = run.begin; begin < run.end; begin += words_at_once) {
        const std::size_t words = std::min(words_at_once, run.end - begin);
        for (std::size_t i = 0; i < words; ++i) {
            features_.at(begin + i, rows_[i]);
            for (const std::uint64_t feature : rows_[i]) model_->prefetch(feature);
        }
        for (std::size_t i = 0; i < words; ++i) known_[i] = model_->find(rows_[i], found_[i].data());
        for (std::size_t i = 0; i < words; ++i) {
            label_scores& scores = scores_.emplace_back();
            hidden_layer& hidden = hidden_.emplace_back();
            model_->add(known_[i], hidden);
            model_->score(hidden, scores);
            keys_.push_back(features_.name_key(begin + i));
        }
    }
}

void name_tagger::score_sentence(std::span<const std::string_view> words, std::size_t first) {
    features_.read(words);
    for (const word_run& run : features_.runs()) {
        score_run(run);
        runs_.push_back({first + run.begin, first + run.end});
    }
}

std::span<const name_label> name_tagger::label(std::span<const std::string_view> words,
                                               std::span<const std::size_t> sentence_ends) {
    labels_.assign(words.size(), outside);
    runs_.clear();
    scores_.clear();
    keys_.clear();
    hidden_.clear();
    std::size_t first = 0;
    for (const std::size_t end : sentence_ends) {
        score_sentence(words.subspan(first, end - first), first);
        first = end;
    }
    std::size_t scored = 0;
    for (const word_run& run : runs_) {
        label_run(run, std::span(scores_).subspan(scored, run.size()));
        scored += run.size();
    }
    first_labels_.clear();
    for (const word_run& run : runs_)
        first_labels_.insert(first_labels_.end(), labels_.begin() + run.begin, labels_.begin() + run.end);
    memory_ = memories_.read(keys_, first_labels_);
    scored = 0;
    for (const word_run& run : runs_) {
        look_again(run, scored);
        scored += run.size();
    }
    return labels_;
}

/// Scores the words of a run anew with what their other places in the document were taken for. Where no other place
/// says otherwise the first look stands.
void name_tagger::look_again(word_run run, std::size_t scored) {
    bool disputed = false;
    for (std::size_t at = scored; at < scored + run.size() && !disputed; ++at)
        disputed = memory_[at].contradicts(first_labels_[at]);
    if (!disputed) return;
    const name_memory none;
    bool changed = false;
    for (std::size_t i = 0; i < run.size(); ++i) {
        std::array<std::uint64_t, memory_features> hashes;
        const std::size_t at = scored + i;
        const std::size_t count = memory_hashes(memory_[at], i > 0 ? memory_[at - 1] : none,
                                                i + 1 < run.size() ? memory_[at + 1] : none, hashes);
        if (count == 0) continue;
        std::array<std::uint32_t, memory_features> found;
        const auto rows = model_->find(std::span(hashes).first(count), found.data());
        if (rows.empty()) continue;
        changed = true;
        model_->add(rows, hidden_[at]);
        model_->score(hidden_[at], scores_[at]);
    }
    if (changed) label_run(run, std::span(scores_).subspan(scored, run.size()));
}

void name_tagger::label_run(word_run run, std::span<const label_scores> scores) {
    const transition_table& transitions = model_->transitions();
    best_.resize(std::max(best_.size(), run.size()));
    for (std::size_t at = 0; at < run.size(); ++at) {
        label_scores& now = best_[at];
        now = transitions[outside];
        if (at > 0) {
            const label_scores& before = best_[at - 1];
            now.fill(2 * forbidden + 1);
            for (std::size_t p = 0; p < name_labels; ++p) {
                if (before[p] == floor_score) continue;
                for (std::size_t n = 0; n < label_lanes; ++n)
                    now[n] = std::max(now[n], static_cast<std::int16_t>(before[p] + transitions[p][n]));
            }
        }
        for (std::size_t n = 0; n < label_lanes; ++n) now[n] = static_cast<std::int16_t>(now[n] + scores[at][n]);
        const std::int16_t top = *std::max_element(now.begin(), now.begin() + name_labels);
        for (std::size_t n = 0; n < label_lanes; ++n)
            now[n] = std::max(static_cast<std::int16_t>(now[n] - top), floor_score);
    }
    trace_back(run);
}

/// The best predecessor is found anew instead of being kept: one row a word against one a word and label.
void name_tagger::trace_back(word_run run) {
    name_label next = outside;  // the word after a run is outside of names
    for (std::size_t at = run.size(); at-- > 0;) {
        label_scores through = best_[at];
        for (std::size_t p = 0; p < name_labels; ++p)
            through[p] = static_cast<std::int16_t>(through[p] + model_->transitions()[p][next]);
        next =
            static_cast<name_label>(std::max_element(through.begin(), through.begin() + name_labels) - through.begin());
        labels_[run.begin + at] = next;
    }
}

}  // namespace throughline::entities
