#include "language/parse_features.hpp"

#include <algorithm>

namespace throughline::language {
namespace {

constexpr hash absent = 0x51;

struct view {
    hash w = absent, t = absent, p = absent;  // form, tag, part of speech
    hash f = absent, c = absent;              // fine and coarse class
    hash d = 0;                               // relation to the head, when it has one
    const parse_node* node = nullptr;
};

class reader {
public:
    reader(const parse_state& state, std::span<const parse_word> words) : state_(state), words_(words) {}

    view at(std::int32_t word) const {
        if (word == parse_node::none) return {};
        const auto& w = words_[static_cast<std::size_t>(word)];
        const auto& node = state_.node(word);
        const hash d = node.head == parse_node::none ? 0 : static_cast<hash>(node.relation) + 1;
        return {w.form, w.tag, w.pos, w.fine, w.coarse, d, &node};
    }
    view left(const view& head, int i) const { return head.node == nullptr ? view{} : at(head.node->left[i]); }
    view right(const view& head, int i) const { return head.node == nullptr ? view{} : at(head.node->right[i]); }

private:
    const parse_state& state_;
    std::span<const parse_word> words_;
};

hash distance(std::int32_t a, std::int32_t b) {
    if (a == parse_node::none || b == parse_node::none) return 15;
    const auto apart = b - a;
    return static_cast<hash>(apart <= 5 ? apart : apart <= 10 ? 6 : apart <= 20 ? 7 : 8);
}

}  // namespace

parse_word root_word() { return {mix(0x700d), mix(0x700e), mix(0x700f), mix(0x7010), mix(0x7011)}; }

parse_word make_parse_word(hash lower, word_class usage, upos pos, xpos penn) {
    const auto universal = static_cast<hash>(pos), tag = universal << 8 | static_cast<hash>(penn);
    parse_word word{lower, mix(tag), mix(universal + 1000), 0, 0};
    word.fine = usage.fine == 0 ? word.tag : mix((universal << 16 | usage.fine) + (1U << 24));
    word.coarse = usage.coarse == 0 ? word.tag : mix((universal << 16 | usage.coarse) + (1U << 25));
    return word;
}

// After Zhang and Nivre 2011, carried over from arc-eager to arc-hybrid: the word below the stack's top takes the part
// of the top's head. Case markers stand in for their nouns where attachment hangs on them.
void extract_parse_features(const parse_state& state, std::span<const parse_word> words, feature_list& out) {
    const reader read(state, words);
    const auto i0 = state.stack(0), i1 = state.stack(1), j0 = state.buffer(0);
    const auto s0 = read.at(i0), s1 = read.at(i1), s2 = read.at(state.stack(2));
    const auto b0 = read.at(j0), b1 = read.at(state.buffer(1)), b2 = read.at(state.buffer(2));
    const auto s0l = read.left(s0, 0), s0l2 = read.left(s0, 1), s0r = read.right(s0, 0), s0r2 = read.right(s0, 1);
    const auto s1l = read.left(s1, 0), s1r = read.right(s1, 0), s1r2 = read.right(s1, 1);
    const auto b0l = read.left(b0, 0), b0l2 = read.left(b0, 1);
    const parse_node blank;
    const auto& n0 = s0.node != nullptr ? *s0.node : blank;
    const auto& n1 = s1.node != nullptr ? *s1.node : blank;
    const auto& m0 = b0.node != nullptr ? *b0.node : blank;
    const hash near = distance(i0, j0), far = distance(i1, i0);
    out.clear();
    unsigned n = 0;
    const auto one = [&](hash a) { out.add(n++, a); };
    const auto two = [&](hash a, hash b) { out.add(n++, a, b); };
    const auto three = [&](hash a, hash b, hash c) { out.add(n++, a, b, c); };
    const auto four = [&](hash a, hash b, hash c, hash d) { out.add(n++, a, b, combine(c, d)); };

    one(0);
    for (const auto* x : {&s0, &s1, &b0, &b1}) one(x->w), one(x->t), two(x->w, x->t);
    one(s2.t), two(s2.w, s2.t), one(b2.t), two(b2.w, b2.t);

    four(s0.w, s0.t, b0.w, b0.t), three(s0.w, s0.t, b0.w), three(s0.w, b0.w, b0.t), three(s0.w, s0.t, b0.t);
    three(s0.t, b0.w, b0.t), two(s0.w, b0.w), two(s0.t, b0.t), two(b0.t, b1.t), two(s0.t, b1.t);
    four(s1.w, s1.t, s0.w, s0.t), three(s1.w, s1.t, s0.t), three(s1.t, s0.w, s0.t), two(s1.w, s0.w), two(s1.t, s0.t);
    two(s1.t, b0.t), two(s1.w, b0.t), two(s1.t, b0.w), two(s1.w, b0.w);

    three(s0.t, b0.t, b1.t), four(s0.t, b0.t, b1.t, b2.t), three(s1.t, s0.t, b0.t), three(s2.t, s1.t, s0.t);
    four(s1.t, s0.t, b0.t, b1.t), three(s0.w, b0.t, b1.t), three(s0.t, b0.w, b1.t), three(b0.t, b1.t, b2.t);
    three(s1.w, s0.t, b0.t), three(s1.t, s0.w, b0.t), three(s1.t, s0.t, b0.w), three(s1.w, s0.w, b0.t);
    four(s2.t, s1.t, s0.t, b0.t);

    three(s0.t, s0l.t, b0.t), three(s0.t, s0r.t, b0.t), three(s0.t, b0.t, b0l.t), three(s0.t, s0l.t, s0l2.t);
    three(s1.t, s0.t, s0l.t), three(s1.t, s0.t, s0r.t), three(s1.t, s0.t, s1r.t), three(s1.t, s0.t, s1l.t);
    three(s1.t, s1r.t, s1r2.t), three(b0.t, b0l.t, b0l2.t), three(s0.t, s0r.t, s0r2.t);
    three(s1.w, s0.t, s0l.w), three(s1.t, s0.t, s0l.w), three(s1.w, s0l.w, s0.w), three(s0.t, b0.t, b0l.w);
    two(s0l.w, s0.w), two(s0r.w, s0.t), two(b0l.w, b0.w), two(s1r.w, s1.t), four(s1.t, s1r.w, s0.t, s0l.w);

    two(near, s0.w), two(near, s0.t), two(near, b0.w), two(near, b0.t), three(near, s0.t, b0.t),
        three(near, s0.w, b0.w);
    two(far, s1.w), two(far, s0.w), three(far, s1.t, s0.t), four(far, s1.p, s0.p, b0.t);

    const hash left0 = n0.left_count, right0 = n0.right_count, left1 = n1.left_count, right1 = n1.right_count;
    three(s0.w, left0, 1), three(s0.t, left0, 2), three(s0.w, right0, 3), three(s0.t, right0, 4);
    three(s1.w, right1, 5), three(s1.t, right1, 6), three(s1.t, left1, 7), two(b0.w, m0.left_count);
    two(b0.t, m0.left_count);

    two(s0.w, n0.left_relations), two(s0.t, n0.left_relations), two(s0.w, n0.right_relations),
        two(s0.t, n0.right_relations);
    two(s1.w, n1.right_relations), two(s1.t, n1.right_relations), two(s1.t, n1.left_relations);
    two(b0.w, m0.left_relations), two(b0.t, m0.left_relations);
    three(s0.t, n0.left_relations, b0.t), three(s1.t, n1.right_relations, s0.t), three(s1.w, n1.right_relations, s0.t);
    three(s0.t, n0.right_relations, b0.t), four(s1.p, s0.p, n1.right_relations, n0.left_relations);
    two(s0l.d, s0.t), two(s0r.d, s0.t), two(s1r.d, s1.t), three(s1r.d, s1.t, s0.t), two(b0l.d, b0.t);

    for (const auto* x : {&s0, &s1, &b0, &b1}) one(x->f), two(x->c, x->t);
    two(s1.f, s0.f), two(s0.f, b0.f), two(s1.f, s0.t), two(s1.t, s0.f), two(s0.f, b0.t), two(s0.t, b0.f);
    two(s1.f, b0.t), two(s0.w, b0.f), two(s0.f, b0.w), two(s1.w, s0.f), two(s1.f, s0.w), two(s1.c, s0.c),
        two(s0.c, b0.c);
    three(s1.c, s0.c, b0.t), three(s1.c, s0.c, b0.c), three(s0.c, b0.c, b1.t), three(s1.f, s0l.w, s0.t);
    three(s1.f, s0l.w, s0.f), three(s1.c, s0l.w, s0.c), three(s0.f, s0r.t, b0.t), three(s2.c, s1.c, s0.c);
}

}  // namespace throughline::language
