#include "language/trainer/tag_lexicon.hpp"

#include "language/word_info.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace throughline::language {
namespace {

constexpr std::size_t fewest_of_label = 3;
constexpr std::size_t fewest_of_word = 2;
constexpr std::size_t fewest_of_form = 3;
constexpr std::size_t most_forms = 0x7fff;
constexpr std::size_t most_ambiguities = 0x3ff;
constexpr std::size_t trusted_count = 20;  // sightings of a word with a single label before it is taken as given
constexpr std::size_t rarest_share = 20;   // a tag seen with less than a 20th of a word's sightings is passed over

struct sightings {
    std::map<xpos, std::size_t> tags;
    std::map<std::uint32_t, std::size_t> labels;
    std::size_t count = 0;
    std::uint32_t in_treebank = 0;

    /// The set of tags; empty for a word seen too rarely.
    std::set<xpos> usual_tags() const {
        std::set<xpos> usual;
        if (count < fewest_of_word) return usual;
        for (const auto& [tag, times] : tags)
            if (times * rarest_share >= count) usual.insert(tag);
        return usual;
    }
};

using sightings_by_word = std::map<hash, sightings>;

std::vector<tag_pair> collect_labels(const std::vector<gold_sentence>& treebank) {
    std::map<std::pair<upos, xpos>, std::size_t> counts;
    for (const auto& s : treebank)
        for (const auto& w : s.words) ++counts[{*w.pos, *w.penn}];
    std::vector<tag_pair> labels;
    for (const auto& [pair, count] : counts)
        if (count >= fewest_of_label) labels.push_back({pair.first, pair.second});
    return labels;
}

/// Numbers from 1, most frequent set first; sets beyond the last number share it.
std::map<std::set<xpos>, std::uint32_t> number_ambiguities(const sightings_by_word& seen) {
    std::map<std::set<xpos>, std::size_t> counts;
    for (const auto& [word, entry] : seen)
        if (const auto usual = entry.usual_tags(); !usual.empty()) ++counts[usual];
    std::vector<std::pair<std::size_t, std::set<xpos>>> order;
    for (const auto& [tags, count] : counts) order.emplace_back(count, tags);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::map<std::set<xpos>, std::uint32_t> numbers;
    for (std::size_t i = 0; i < order.size(); ++i)
        numbers[order[i].second] = static_cast<std::uint32_t>(std::min(i + 1, most_ambiguities));
    return numbers;
}

}  // namespace

std::uint32_t tag_lexicon::label_of(tag_pair pair) const {
    const auto found = std::find(labels.begin(), labels.end(), pair);
    return found == labels.end() ? lexicon_entry::no_label : static_cast<std::uint32_t>(found - labels.begin());
}

tag_lexicon make_tag_lexicon(const std::vector<gold_sentence>& treebank, const std::vector<gold_sentence>& news,
                             const word_clusters& clusters) {
    tag_lexicon out;
    out.labels = collect_labels(treebank);
    sightings_by_word seen;
    std::string buffer;
    for (const auto* part : {&treebank, &news})
        for (const auto& s : *part)
            for (const auto& w : s.words) {
                if (!w.penn) continue;
                auto& entry = seen[describe(w.form, buffer).lower];
                ++entry.count;
                ++entry.tags[*w.penn];
                if (!w.pos) continue;
                ++entry.labels[out.label_of({*w.pos, *w.penn})];
                ++entry.in_treebank;
            }
    const auto ambiguities = number_ambiguities(seen);
    out.class_of_form.resize(1);
    out.count_of_form.resize(1);
    std::vector<std::pair<hash, std::uint32_t>> rows;
    for (const auto& [word, entry] : seen) {
        lexicon_entry packed;
        if (const auto usual = entry.usual_tags(); !usual.empty()) packed.ambiguity = ambiguities.at(usual);
        out.ambiguities = std::max(out.ambiguities, packed.ambiguity + 1);
        const bool single = entry.labels.size() == 1 && entry.tags.size() == 1;
        if (single && entry.in_treebank >= trusted_count) packed.label = entry.labels.begin()->first;
        if (entry.in_treebank >= fewest_of_form && out.class_of_form.size() <= most_forms) {
            packed.form = static_cast<std::uint32_t>(out.class_of_form.size());
            out.class_of_form.push_back(clusters.find(word));
            out.count_of_form.push_back(entry.in_treebank);
        }
        if (packed.form != 0 || packed.ambiguity != 0) rows.emplace_back(word, packed.pack());
    }
    out.words = make_word_table(rows);
    return out;
}

}  // namespace throughline::language
