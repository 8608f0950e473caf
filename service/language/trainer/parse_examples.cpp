#include "language/trainer/parse_examples.hpp"

#include "language/word_info.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace throughline::language {
namespace {

constexpr std::uint32_t fewest_of_form = 3;
constexpr std::uint32_t most_near_forms = 600;
constexpr double hiding = 0.25;  // a word seen this often is hidden half of the time

/// The treebank's forms, tags and arcs with their frequencies.
struct inventory {
    std::vector<std::pair<hash, std::uint32_t>> forms;  ///< frequent ones, most frequent first
    std::vector<std::uint16_t> tags;                    ///< by tag_key
    std::uint16_t tag_count = parse_word::first_known;
    std::vector<transition> transitions;
};

inventory take_inventory(const std::vector<gold_sentence>& trees) {
    inventory out;
    std::unordered_map<hash, std::size_t> place;
    std::map<std::pair<action, deprel>, std::size_t> arcs;
    arcs[{action::shift, deprel::dep}] = 1;
    out.tags.assign(parse_vocabulary::tag_keys, parse_word::absent);
    std::string buffer;
    for (const auto& s : trees)
        for (std::size_t i = 0; i < s.words.size(); ++i) {
            const auto& w = s.words[i];
            const auto lower = describe(w.form, buffer).lower;
            const auto [found, is_new] = place.try_emplace(lower, out.forms.size());
            if (is_new) out.forms.emplace_back(lower, 0);
            ++out.forms[found->second].second;
            auto& tag = out.tags[parse_vocabulary::tag_key(*w.pos, *w.penn)];
            if (tag == parse_word::absent) tag = out.tag_count++;
            const bool left = w.head < 0 || w.head > static_cast<std::int32_t>(i);
            ++arcs[{left ? action::left : action::right, w.relation}];
        }
    std::erase_if(out.forms, [](const auto& form) { return form.second < fewest_of_form; });
    std::stable_sort(out.forms.begin(), out.forms.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [step, count] : arcs) out.transitions.push_back({step.first, step.second});
    return out;
}

}  // namespace

parse_examples::parse_examples(const std::vector<gold_sentence>& trees, const word_clusters& clusters,
                               model_writer& out)
    : coarse_of_fine_(clusters.coarse_classes()) {
    auto found = take_inventory(trees);
    std::vector<std::pair<hash, std::uint32_t>> numbers;
    counts_.assign(parse_word::first_known, 0);
    class_of_form_.resize(parse_word::first_known);
    for (const auto& [form, count] : found.forms) {
        numbers.emplace_back(form, static_cast<std::uint32_t>(counts_.size()));
        counts_.push_back(count);
        class_of_form_.push_back(clusters.find(form));
    }
    const auto forms = static_cast<std::uint32_t>(counts_.size());
    const auto near_forms = std::min(forms, most_near_forms + parse_word::first_known);
    const auto classes = static_cast<std::uint32_t>(coarse_of_fine_.size());
    std::vector<std::uint16_t> packed;
    for (const auto step : found.transitions)
        packed.push_back(
            static_cast<std::uint16_t>(static_cast<unsigned>(step.kind) << 8 | static_cast<unsigned>(step.relation)));
    out.add("transitions", packed);
    out.add("sizes", std::vector<std::uint32_t>{forms, near_forms, classes, found.tag_count});
    out.add("forms", make_word_table(numbers));
    out.add("tags", found.tags);
    tables_ = out.bytes();
    vocabulary_ = parse_vocabulary(model_file(tables_, parser::version));
    transitions_ = transition_table(std::move(found.transitions));

    std::string buffer;
    for (const auto& s : trees) {
        parse_example e;
        for (const auto& w : s.words) {
            const auto lower = describe(w.form, buffer).lower;
            const auto usage = clusters.find(lower);
            e.words.push_back(vocabulary_.describe(vocabulary_.form(lower), usage, *w.pos, *w.penn));
            e.hidden.push_back(vocabulary_.describe(parse_vocabulary::no_form, usage, *w.pos, *w.penn));
            e.heads.push_back(w.head < 0 ? static_cast<std::int32_t>(s.words.size()) : w.head);
            e.relations.push_back(w.relation);
        }
        e.words.push_back(parse_vocabulary::root());
        examples_.push_back(std::move(e));
    }
}

row_parts parse_examples::tie(const parse_features& features) const {
    const std::span<const word_class> forms = class_of_form_;
    row_parts parts;
    for (const auto& it : features.templates()) {
        switch (it.kind) {
            case feature_kind::lexeme: parts.add_words(forms, parse_word::first_known, coarse_of_fine_); break;
            case feature_kind::near:
                parts.add_words(forms.first(sizes().near_forms), parse_word::first_known, coarse_of_fine_);
                break;
            case feature_kind::tag_pair:
            case feature_kind::tag_number:
            case feature_kind::tag_relation: parts.add_products(it.size / it.numbers, it.numbers); break;
            case feature_kind::tag:
            case feature_kind::number:
            case feature_kind::relation_set: parts.add_single(it.size); break;
        }
    }
    return parts;
}

std::size_t parse_examples::label(action kind, deprel relation) const {
    const auto found = transitions_.find({kind, relation});
    return found < transitions_.size() ? found : transitions_.find({kind, deprel::dep});
}

void parse_examples::hide_words(const parse_example& from, random_source& random, std::vector<parse_word>& out) const {
    out = from.words;
    for (std::size_t i = 0; i < from.hidden.size(); ++i)
        if (out[i].lexeme < counts_.size() && random.fraction() < hiding / (hiding + counts_[out[i].lexeme]))
            out[i] = from.hidden[i];
}

}  // namespace throughline::language
