#include "language/parse_features.hpp"

#include <bit>

namespace throughline::language {
namespace {

constexpr std::uint32_t no_relation = static_cast<std::uint32_t>(deprel::xcomp) + 1;  // behind the last one
constexpr std::uint32_t relations = no_relation + 1;
constexpr std::uint32_t counts = 64;
constexpr std::uint32_t distances = 10;

constexpr parse_word no_word;
constexpr parse_node blank_node;

/// A word's place in the state: the word and what is known of it. Where there is no word both are blank.
struct view {
    const parse_word* word = &no_word;
    const parse_node* node = &blank_node;
    std::int32_t index = nowhere;

    static constexpr std::int32_t nowhere = -0x10000;  // far enough from the words to have no neighbour among them
    bool exists() const { return index >= 0; }
};

class reader {
public:
    reader(const parse_state& state, std::span<const parse_word> words) : state_(state), words_(words) {}

    view at(std::int32_t word) const {
        if (word < 0 || word > state_.size()) return {};
        return {&words_[static_cast<std::size_t>(word)], &state_.node(word), word};
    }
    view left(const view& head, int i) const { return at(head.node->left[i]); }
    view right(const view& head, int i) const { return at(head.node->right[i]); }
    view before(const view& word) const { return at(word.index - 1); }
    view after(const view& word) const { return at(word.index + 1); }

private:
    const parse_state& state_;
    std::span<const parse_word> words_;
};

std::uint32_t distance(const view& a, const view& b) {
    if (!a.exists() || !b.exists()) return 0;
    const auto apart = static_cast<std::uint32_t>(b.index - a.index);
    return apart <= 5 ? apart : apart <= 8 ? 6 : apart <= 13 ? 7 : apart <= 22 ? 8 : 9;
}

/// After Chen and Manning 2014 and Zhang and Nivre 2011, carried over to arc-hybrid: the word below the stack's top
/// takes the part of the top's head. Each call is one template; the order is part of the model.
template <class Sink>
void walk(const parse_state& state, std::span<const parse_word> words, Sink& sink) {
    const reader read(state, words);
    const auto s0 = read.at(state.stack(0)), s1 = read.at(state.stack(1)), s2 = read.at(state.stack(2));
    const auto b0 = read.at(state.buffer(0)), b1 = read.at(state.buffer(1)), b2 = read.at(state.buffer(2));
    const auto b3 = read.at(state.buffer(3));
    const auto s0l = read.left(s0, 0), s0l2 = read.left(s0, 1), s0r = read.right(s0, 0), s0r2 = read.right(s0, 1);
    const auto s1l = read.left(s1, 0), s1r = read.right(s1, 0), s1r2 = read.right(s1, 1);
    const auto b0l = read.left(b0, 0), b0l2 = read.left(b0, 1);
    const auto s0ll = read.left(s0l, 0), s0rl = read.left(s0r, 0), s1rl = read.left(s1r, 0);
    // Neighbours in the text, wherever they are attached.
    const auto before0 = read.before(s0), after0 = read.after(s0), after1 = read.after(s1), before = read.before(b0);

    for (const auto* x : {&s0, &s1, &b0, &b1}) sink.lexeme(*x);
    sink.tag_pair(s0, b0), sink.tag_pair(s1, s0), sink.tag_pair(b0, b1), sink.tag_pair(s1, b0);
    const auto near = distance(s0, b0), far = distance(s1, s0);
    sink.tag_number(s0, near, distances), sink.tag_number(s1, far, distances), sink.tag_number(b0, near, distances);
    for (const auto* x : {&s2, &b2}) sink.near(*x), sink.tag(*x);
    for (const auto* x : {&s0l, &s0r, &s1l, &s1r, &b0l}) sink.near(*x), sink.tag_relation(*x);
    for (const auto* x : {&s0l2, &s0r2, &s1r2, &b0l2}) sink.tag_relation(*x);
    for (const auto* x : {&s0ll, &s0rl, &s1rl}) sink.near(*x);
    for (const auto* x : {&b3, &before0, &after0, &after1, &before}) sink.tag(*x);

    const auto &n0 = *s0.node, &n1 = *s1.node, &m0 = *b0.node;
    for (const auto* node : {&n0, &n1, &m0}) sink.number(node->left_count * 8U + node->right_count, counts);
    for (const auto set :
         {n0.left_relations, n0.right_relations, n1.left_relations, n1.right_relations, m0.left_relations})
        sink.relation_set(set);
}

/// Finds the templates' sizes.
struct measuring {
    const parse_sizes& sizes;
    std::vector<feature_template>& out;
    std::uint32_t rows = 0;

    void range(feature_kind kind, std::uint32_t size, std::uint32_t numbers = 0) {
        out.push_back({kind, rows, size, numbers});
        rows += size;
    }
    void lexeme(const view&) { range(feature_kind::lexeme, sizes.lexemes()); }
    void near(const view&) { range(feature_kind::near, sizes.near_lexemes()); }
    void tag(const view&) { range(feature_kind::tag, sizes.tags); }
    void tag_pair(const view&, const view&) { range(feature_kind::tag_pair, sizes.tags * sizes.tags, sizes.tags); }
    void tag_number(const view&, std::uint32_t, std::uint32_t numbers) {
        range(feature_kind::tag_number, sizes.tags * numbers, numbers);
    }
    void tag_relation(const view&) { range(feature_kind::tag_relation, sizes.tags * relations, relations); }
    void number(std::uint32_t, std::uint32_t numbers) { range(feature_kind::number, numbers, numbers); }
    void relation_set(std::uint64_t) { range(feature_kind::relation_set, relations, relations); }
};

/// Writes the rows.
struct writing {
    std::uint32_t tags;
    const feature_template* next;
    std::uint32_t* out;

    void add(std::uint32_t value) { *out++ = next++->begin + value; }
    void lexeme(const view& x) { add(x.word->lexeme); }
    void near(const view& x) { add(x.word->near); }
    void tag(const view& x) { add(x.word->tag); }
    void tag_pair(const view& x, const view& y) { add(x.word->tag * tags + y.word->tag); }
    void tag_number(const view& x, std::uint32_t value, std::uint32_t numbers) { add(x.word->tag * numbers + value); }
    void tag_relation(const view& x) {
        const bool attached = x.node->head != parse_node::none;
        add(x.word->tag * relations + (attached ? static_cast<std::uint32_t>(x.node->relation) : no_relation));
    }
    void number(std::uint32_t value, std::uint32_t) { add(value); }
    void relation_set(std::uint64_t bits) {
        for (; bits != 0; bits &= bits - 1) *out++ = next->begin + static_cast<std::uint32_t>(std::countr_zero(bits));
        ++next;
    }
};

}  // namespace

parse_features::parse_features(const parse_sizes& sizes) : tags_(sizes.tags) {
    measuring sink{sizes, templates_};
    parse_state state;
    state.reset(0);
    const std::vector<parse_word> words(1);
    walk(state, words, sink);
    rows_ = sink.rows;
}

std::span<const std::uint32_t> parse_features::extract(const parse_state& state, std::span<const parse_word> words,
                                                       std::array<std::uint32_t, most_rows>& out) const {
    writing sink{tags_, templates_.data(), out.data()};
    walk(state, words, sink);
    return {out.data(), sink.out};
}

}  // namespace throughline::language
