#include "language/tag_features.hpp"

#include <algorithm>

namespace throughline::language {
namespace {

constexpr std::array<std::uint32_t, 4> suffix_buckets{256, 2048, 4096, 4096};
constexpr std::array<std::uint32_t, 3> prefix_buckets{256, 1024, 4096};
constexpr std::uint32_t pair_buckets = 8192;
constexpr std::uint32_t lengths = 6;
constexpr std::uint32_t shapes = 32 * lengths;

std::uint32_t bucket(hash value, std::uint32_t buckets) { return static_cast<std::uint32_t>(value >> 40) % buckets; }

std::uint32_t pair_bucket(std::uint32_t a, std::uint32_t b) { return bucket(combine(a, b), pair_buckets); }

/// After Ratnaparkhi 1996 and Toutanova et al. 2003 (words, affixes and tags around), with the lexicon's ambiguity
/// classes of the words not yet tagged after Giménez and Màrquez 2004. Each call is one template; the order is part of
/// the model.
template <class Sink>
void walk(const tag_context& context, std::size_t i, std::uint32_t labels, Sink& sink) {
    const auto& w = context.words;
    const auto& here = w[i];
    const std::uint32_t t1 = context.labels[i - 1], t2 = context.labels[i - 2];
    for (const auto at : {i - 2, i - 1, i, i + 1, i + 2}) sink.lexeme(w[at].lexeme);
    for (std::size_t n = 0; n < 4; ++n) sink.single(here.suffix[n], suffix_buckets[n]);
    for (std::size_t n = 0; n < 3; ++n) sink.single(here.prefix[n], prefix_buckets[n]);
    for (const auto at : {i - 1, i + 1}) sink.single(w[at].suffix[2], suffix_buckets[2]);
    for (const auto at : {i - 1, i, i + 1}) sink.single(w[at].shape, shapes);
    sink.label_pair(t2 * (labels + 1) + t1);
    for (const auto at : {i - 1, i, i + 1, i + 2}) sink.ambiguity(w[at].ambiguity);
    sink.with_label(pair_bucket(here.ambiguity, t1), pair_buckets);
    sink.single(pair_bucket(here.ambiguity, w[i + 1].ambiguity), pair_buckets);
    sink.with_label(pair_bucket(here.lexeme, t1), pair_buckets);
    sink.single(pair_bucket(here.lexeme, w[i + 1].ambiguity), pair_buckets);
    sink.single(pair_bucket(here.ambiguity, w[i + 1].lexeme), pair_buckets);
    sink.with_label(pair_bucket(here.suffix[1], t1), pair_buckets);
}

struct measuring {
    const tag_sizes& sizes;
    std::vector<tag_template>& out;
    std::uint32_t rows = 0;

    void range(tag_feature_kind kind, std::uint32_t size) {
        out.push_back({kind, rows, size});
        rows += size;
    }
    void lexeme(std::uint32_t) { range(tag_feature_kind::lexeme, sizes.lexemes()); }
    void ambiguity(std::uint32_t) { range(tag_feature_kind::single, sizes.ambiguities); }
    void label_pair(std::uint32_t) { range(tag_feature_kind::label_pair, (sizes.labels + 1) * (sizes.labels + 1)); }
    void single(std::uint32_t, std::uint32_t size) { range(tag_feature_kind::single, size); }
    void with_label(std::uint32_t, std::uint32_t size) { range(tag_feature_kind::single, size); }
};

template <tag_feature_part Part>
struct writing {
    const tag_template* next;
    std::uint32_t* out;

    template <tag_feature_part Of>
    void add(std::uint32_t value) {
        if (Part == tag_feature_part::all || Of == Part) *out++ = next->begin + value;
        ++next;
    }
    void lexeme(std::uint32_t value) { add<tag_feature_part::words>(value); }
    void ambiguity(std::uint32_t value) { add<tag_feature_part::words>(value); }
    void label_pair(std::uint32_t value) { add<tag_feature_part::labels>(value); }
    void single(std::uint32_t value, std::uint32_t) { add<tag_feature_part::words>(value); }
    void with_label(std::uint32_t value, std::uint32_t) { add<tag_feature_part::labels>(value); }
};

}  // namespace

tag_word tag_word::make(const word_info& info, const lexicon_entry& entry, const tag_sizes& sizes) {
    tag_word word;
    const auto fine = std::min<std::uint32_t>(info.usage.fine, sizes.classes - 1);
    word.lexeme = static_cast<std::uint16_t>(entry.form != 0 ? entry.form : sizes.forms + fine);
    word.ambiguity = static_cast<std::uint16_t>(entry.ambiguity);
    word.shape = static_cast<std::uint16_t>((info.shape & 31) * lengths + (info.shape >> 8));
    for (std::size_t n = 0; n < 4; ++n)
        word.suffix[n] = static_cast<std::uint16_t>(bucket(info.suffix[n], suffix_buckets[n]));
    for (std::size_t n = 0; n < 3; ++n)
        word.prefix[n] = static_cast<std::uint16_t>(bucket(info.prefix[n], prefix_buckets[n]));
    return word;
}

tag_features::tag_features(const tag_sizes& sizes) : sizes_(sizes) {
    measuring sink{sizes_, templates_};
    const std::vector<tag_word> words(5);
    const std::vector<std::uint8_t> labels(5);
    walk({words, labels}, 2, sizes_.labels, sink);
    rows_ = sink.rows;
}

template <tag_feature_part Part>
std::uint32_t* tag_features::extract(const tag_context& context, std::size_t word, std::uint32_t* out) const {
    writing<Part> sink{templates_.data(), out};
    walk(context, word + 2, sizes_.labels, sink);
    return sink.out;
}

using part = tag_feature_part;
template std::uint32_t* tag_features::extract<part::words>(const tag_context&, std::size_t, std::uint32_t*) const;
template std::uint32_t* tag_features::extract<part::labels>(const tag_context&, std::size_t, std::uint32_t*) const;
template std::uint32_t* tag_features::extract<part::all>(const tag_context&, std::size_t, std::uint32_t*) const;

}  // namespace throughline::language
