#include "language/tag_features.hpp"

namespace throughline::language {

// After Ratnaparkhi 1996 and Toutanova et al. 2003 (words, affixes and tags around), with the lexicon's ambiguity
// classes of the words not yet tagged after Giménez and Màrquez 2004.
void extract_tag_features(const tag_context& context, std::size_t word, feature_list& out) {
    const auto i = word + 2;
    const auto& w = context.words;
    const auto& here = w[i];
    const hash t1 = context.tags[i - 1], t2 = context.tags[i - 2];
    const auto& c = context.classes;
    out.clear();
    unsigned n = 0;
    out.add(n++, 0);
    out.add(n++, here.lower);
    out.add(n++, here.lower, here.shape);
    out.add(n++, here.suffix[0]);
    out.add(n++, here.suffix[1]);
    out.add(n++, here.suffix[2]);
    out.add(n++, here.suffix[3]);
    out.add(n++, here.prefix[0]);
    out.add(n++, here.prefix[1]);
    out.add(n++, here.prefix[2]);
    out.add(n++, here.shape);
    out.add(n++, here.shape, w[i - 1].shape, w[i + 1].shape);
    out.add(n++, here.shape, here.suffix[2]);
    out.add(n++, t1);
    out.add(n++, t1, t2);
    out.add(n++, t1, here.lower);
    out.add(n++, t1, here.suffix[2]);
    out.add(n++, t1, t2, here.lower);
    out.add(n++, w[i - 1].lower);
    out.add(n++, w[i - 2].lower);
    out.add(n++, w[i + 1].lower);
    out.add(n++, w[i + 2].lower);
    out.add(n++, w[i - 1].lower, here.lower);
    out.add(n++, here.lower, w[i + 1].lower);
    out.add(n++, w[i - 1].suffix[2]);
    out.add(n++, w[i + 1].suffix[2]);
    out.add(n++, t1, w[i + 1].lower);
    out.add(n++, t1, w[i + 1].suffix[1], w[i + 1].shape);
    out.add(n++, c[i]);
    out.add(n++, c[i], t1);
    out.add(n++, c[i], c[i + 1]);
    out.add(n++, c[i], t1, c[i + 1]);
    out.add(n++, c[i + 1]);
    out.add(n++, c[i], c[i + 1], c[i + 2]);
    out.add(n++, c[i], w[i + 1].lower);
    out.add(n++, t1, t2, c[i]);
    out.add(n++, here.shape, context.tags[i - 1], c[i]);
    const hash u0 = here.usage.fine, u1 = w[i - 1].usage.fine, u2 = w[i + 1].usage.fine;
    out.add(n++, u0);
    out.add(n++, u0, here.suffix[1]);
    out.add(n++, u1);
    out.add(n++, u2);
    out.add(n++, u0, t1);
    out.add(n++, u0, u2);
    out.add(n++, u1, u0);
    out.add(n++, t1, u2);
    out.add(n++, c[i], u2);
    out.add(n++, here.usage.coarse, t1, t2);
    out.add(n++, here.usage.coarse, t1, w[i + 1].usage.coarse);
    out.add(n++, c[i], t1, w[i + 1].usage.coarse);
}

}  // namespace throughline::language
