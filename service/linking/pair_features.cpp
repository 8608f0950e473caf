#include "linking/pair_features.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace throughline::linking {
namespace {

constexpr std::array<std::string_view, feature_count> feature_names{"bias",
                                                                    "same_type",
                                                                    "related_type",
                                                                    "same_lemma",
                                                                    "derived_lemma",
                                                                    "same_actor",
                                                                    "different_actor",
                                                                    "same_recipient",
                                                                    "different_recipient",
                                                                    "same_victim",
                                                                    "shared_parties",
                                                                    "no_shared_parties",
                                                                    "no_parties",
                                                                    "same_day",
                                                                    "times_overlap",
                                                                    "times_apart",
                                                                    "reports_apart",
                                                                    "same_place",
                                                                    "different_place",
                                                                    "same_quote",
                                                                    "different_quote",
                                                                    "word_overlap",
                                                                    "different_words",
                                                                    "different_status",
                                                                    "same_numbers",
                                                                    "different_numbers",
                                                                    "same_sentence",
                                                                    "synonym",
                                                                    "untyped",
                                                                    "untyped_lemma",
                                                                    "untyped_derived",
                                                                    "untyped_words",
                                                                    "counted_apart",
                                                                    "untyped_strangers"};

/// Direct words shorter than this many bytes prove nothing.
constexpr std::size_t telling_quote = 12;

/// A cosine of content words below this says that two passages are about different things.
constexpr double telling_overlap = 0.1;

/// How much a word counts that a type's rules took in one passage and passed by in the other.
constexpr double other_sense = 1.5;

class comparison {
public:
    comparison(const story_mention& left, const story_mention& right, const story_mentions& story)
        : left_(left), right_(right), story_(story) {}

    feature_values values() {
        set(feature::bias, 1);
        compare_types();
        compare_parties();
        compare_times();
        compare_words();
        set(feature::different_status, occurred(left_) != occurred(right_));
        set(feature::counted_apart, counted_apart());
        set(feature::same_sentence, left_.ref.article == right_.ref.article && left_.sentence == right_.sentence);
        return values_;
    }

private:
    void set(feature which, double value) { values_[static_cast<std::size_t>(which)] = value; }
    static bool occurred(const story_mention& mention) {
        return mention.status == event_status::occurred || mention.status == event_status::alleged;
    }

    /// "the second search" is none of those that its article tells of without counting, nor a third one.
    bool counted_apart() const {
        const auto further = [](std::string_view counted) { return !counted.empty() && counted != "first"; };
        if (left_.counted == right_.counted || !(further(left_.counted) || further(right_.counted))) return false;
        return left_.ref.article == right_.ref.article || (!left_.counted.empty() && !right_.counted.empty());
    }

    bool both_spoken() const { return left_.rule.by == identity::speaker && right_.rule.by == identity::speaker; }

    void compare_types() {
        const bool same = left_.type == right_.type;
        const bool both_typed = left_.typed && right_.typed;
        set(feature::same_type, same && both_typed ? left_.type_weight : 0);
        set(feature::related_type, !same && both_typed && share_group() && !both_spoken());
        const bool same_lemma = left_.lemma == right_.lemma;
        const bool one_origin = !same_lemma && (meet(left_.roots, right_.roots) || derived(left_.lemma, right_.lemma));
        set(feature::same_lemma, same_lemma ? left_.lemma_weight : 0);
        set(feature::derived_lemma, one_origin);
        set(feature::synonym, !same_lemma && !one_origin && meet(left_.synonyms, right_.synonyms));
        if (both_typed) return;
        set(feature::untyped, 1);
        set(feature::untyped_lemma, same_lemma);
        set(feature::untyped_derived, one_origin);
        set(feature::untyped_words, word_cosine());
    }

    bool share_group() const { return related(left_.rule.groups, right_.rule.groups); }

    /// The sum of the weights of what is in both.
    static double shared_weight(const number_set& left, const number_set& right, const std::vector<double>& weights) {
        double sum = 0;
        for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
            if (*l == *r) sum += weights[*l];
            const bool advance_left = *l <= *r;
            const bool advance_right = *r <= *l;
            l += advance_left;
            r += advance_right;
        }
        return sum;
    }

    void compare_sets(const number_set& left, const number_set& right, const std::vector<double>& weights, feature same,
                      feature different) {
        if (left.empty() || right.empty()) return;
        set(same, std::min(1.0, shared_weight(left, right, weights)));
        set(different, !meet(left, right));
    }

    void compare_parties() {
        const auto& weights = story_.party_weights;
        compare_sets(left_.actors, right_.actors, weights, feature::same_actor, feature::different_actor);
        compare_sets(left_.recipients, right_.recipients, weights, feature::same_recipient,
                     feature::different_recipient);
        compare_sets(left_.places, right_.places, weights, feature::same_place, feature::different_place);
        set(feature::same_victim, share_group() && meet(left_.victims, right_.victims));
        set(feature::no_parties, left_.parties.empty() || right_.parties.empty());
        if (left_.parties.empty() || right_.parties.empty()) return;
        const double fewer = std::min(shared_weight(left_.parties, left_.parties, weights),
                                      shared_weight(right_.parties, right_.parties, weights));
        const double shared = shared_weight(left_.parties, right_.parties, weights);
        set(feature::shared_parties, fewer > 0 ? std::min(1.0, shared / fewer) : 0);
        const bool strangers = !meet(left_.parties, right_.parties);
        set(feature::no_shared_parties, strangers);
        if (strangers && left_.typed != right_.typed)
            set(feature::untyped_strangers, left_.lemma == right_.lemma ? other_sense : 1);
    }

    void compare_times() {
        const bool spoken = both_spoken();
        const auto reports_apart = std::abs((left_.published - right_.published).count());
        if (spoken && !(left_.founded && right_.founded))
            set(feature::reports_apart, std::log1p(static_cast<double>(reports_apart)));
        if (!(left_.first || left_.last) || !(right_.first || right_.last)) return;
        const int apart = days_apart(left_, right_);
        const auto left_day = left_.founded_day();
        const bool same_day = left_day && left_day == right_.founded_day();
        set(feature::same_day, same_day);
        const bool closed = left_.first && left_.last && right_.first && right_.last;
        set(feature::times_overlap, closed && apart == 0 && !same_day);
        set(feature::times_apart, std::log1p(apart));
    }

    void compare_words() {
        compare_sets(left_.numbers, right_.numbers, story_.word_weights, feature::same_numbers,
                     feature::different_numbers);
        const double overlap = word_cosine();
        set(feature::word_overlap, overlap);
        const bool same_article = left_.ref.article == right_.ref.article;
        set(feature::different_words, same_article && both_spoken() ? std::max(0.0, 1 - overlap / telling_overlap) : 0);
        // What is told within a quote shares its words without being the speech act.
        if (!both_spoken()) return;
        if (left_.said.size() < telling_quote || right_.said.size() < telling_quote) return;
        const bool same = same_quote(left_.said, right_.said);
        set(feature::same_quote, same);
        set(feature::different_quote, !same);
    }

    double word_cosine() const {
        const auto& weights = story_.squared_word_weights;
        const double shared = shared_weight(left_.words, right_.words, weights);
        return shared > 0 ? shared / std::sqrt(left_.words_norm * right_.words_norm) : 0;
    }

    const story_mention& left_;
    const story_mention& right_;
    const story_mentions& story_;
    feature_values values_{};
};

}  // namespace

feature_values compare(const story_mention& left, const story_mention& right, const story_mentions& story) {
    return comparison(left, right, story).values();
}

int days_apart(const story_mention& left, const story_mention& right) {
    const auto gap = [](const story_mention& earlier, const story_mention& later) {
        if (!earlier.last || !later.first || *later.first <= *earlier.last) return 0;
        return static_cast<int>((*later.first - *earlier.last).count());
    };
    // A report may stand a day after what it tells of.
    const int slack = left.founded && right.founded ? 0 : 1;
    return std::max(0, std::max(gap(left, right), gap(right, left)) - slack);
}

bool same_quote(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) std::swap(left, right);
    return left.size() >= telling_quote && right.find(left) != std::string_view::npos;
}

bool derived(std::string_view left, std::string_view right) {
    const auto shorter = std::min(left.size(), right.size());
    const auto differ = std::mismatch(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(shorter), right.begin());
    const auto common = static_cast<std::size_t>(differ.first - left.begin());
    return common >= 4 && common + 3 >= shorter;
}

std::string_view name(feature which) { return feature_names.at(static_cast<std::size_t>(which)); }

}  // namespace throughline::linking
