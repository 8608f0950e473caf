#include "entities/trainer/feature_index.hpp"

#include <string_view>
#include <unordered_map>

namespace throughline::entities {

feature_index::feature_index(std::span<const labelled_sentence> sentences, std::span<const guess> guesses,
                             const gazetteer& tables, std::uint32_t least) {
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;
    numbers.reserve(std::size_t{1} << 24);
    name_features features(tables);
    name_memories memories;
    feature_row row;
    const auto number_of = [&](std::uint64_t hash) {
        const auto [found, fresh] = numbers.try_emplace(hash, static_cast<std::uint32_t>(hashes_.size()));
        if (fresh) {
            hashes_.push_back(hash);
            counts_.push_back(0);
        }
        ++counts_[found->second];
        return found->second;
    };
    begins_.push_back(0);
    std::vector<std::uint64_t> keys;
    std::vector<name_label> taken;
    std::size_t run_begin = 0;
    const auto remember = [&] {
        const auto all = memories.read(keys, taken);
        const name_memory nothing;
        const std::size_t first = labels_.size() - keys.size();
        for (; run_begin < begins_.size() - 1; ++run_begin)
            for (std::size_t i = begins_[run_begin]; i < begins_[run_begin + 1]; ++i) {
                std::array<std::uint64_t, memory_features> hashes;
                const std::size_t count =
                    memory_hashes(all[i - first], i > begins_[run_begin] ? all[i - first - 1] : nothing,
                                  i + 1 < begins_[run_begin + 1] ? all[i - first + 1] : nothing, hashes);
                for (std::size_t h = 0; h < count; ++h) rows_[i * row_width + feature_count + h] = number_of(hashes[h]);
            }
        keys.clear();
        taken.clear();
    };
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const labelled_sentence& sentence = sentences[s];
        const std::vector<std::string_view> words(sentence.words.begin(), sentence.words.end());
        features.read(words);
        for (const word_run& run : features.runs()) {
            for (std::size_t i = run.begin; i < run.end; ++i) {
                features.at(i, row);
                for (const std::uint64_t hash : row) rows_.push_back(number_of(hash));
                rows_.insert(rows_.end(), memory_features, none);
                const bool cut = i == run.begin && is_inside(sentence.labels[i]);
                labels_.push_back(cut ? outside : sentence.labels[i]);
                if (guesses.empty()) continue;
                keys.push_back(features.name_key(i));
                taken.push_back(guesses[s][i]);
            }
            begins_.push_back(labels_.size());
        }
        if (!guesses.empty() && (s + 1 == sentences.size() || (s + 1) % document_sentences == 0)) remember();
    }
    keep([&](std::uint32_t feature) { return counts_[feature] >= least; });
}

void feature_index::keep(const std::function<bool(std::uint32_t)>& accepted) {
    std::vector<std::uint32_t> renamed(hashes_.size(), none);
    std::uint32_t kept = 0;
    for (std::uint32_t feature = 0; feature < hashes_.size(); ++feature)
        if (accepted(feature)) renamed[feature] = kept++;
    for (std::uint32_t feature = 0; feature < hashes_.size(); ++feature) {
        if (renamed[feature] == none) continue;
        hashes_[renamed[feature]] = hashes_[feature];
        counts_[renamed[feature]] = counts_[feature];
    }
    hashes_.resize(kept);
    counts_.resize(kept);
    for (std::uint32_t& feature : rows_)
        if (feature != none) feature = renamed[feature];
}

}  // namespace throughline::entities
