#include "extraction/flashbacks.hpp"

#include "extraction/factuality.hpp"

namespace throughline::extraction {
namespace {

using std::chrono::days;

constexpr days news_age{7};
/// Words before an expression that still opens its sentence: "Back on May 2".
constexpr std::uint32_t opening_words = 3;

std::uint32_t root_of(const syntax& tree, const sentence& one) {
    for (std::uint32_t t = one.tokens.first; t < one.tokens.last; ++t)
        if (tree.at(t).relation == deprel::root) return t;
    return none;
}

/// Whether the expression stands for the time of the whole sentence: it opens it, or hangs on its main verb.
bool frames_sentence(const syntax& tree, const timex& expression, const sentence& one, std::uint32_t root) {
    if (expression.tokens.first < one.tokens.first + opening_words) return true;
    for (std::uint32_t t = expression.tokens.first; t < expression.tokens.last; ++t)
        if (tree.at(t).head == root) return true;
    return false;
}

/// What the expression makes of the sentences behind it; unsaid when it gives no day.
scene opened_by(const document& doc, const timex& expression) {
    const bool dates = expression.type == timex_type::date || expression.type == timex_type::time;
    if (!dates || !expression.last) return scene::unsaid;
    return *expression.last + news_age < doc.published ? scene::dated : scene::current;
}

scene opened_by(tense told) {
    switch (told) {
        case tense::pluperfect: return scene::ordered;
        case tense::perfect:
        case tense::present:
        case tense::progressive:
        case tense::future: return scene::current;
        default: return scene::unsaid;
    }
}

}  // namespace

std::vector<scene> find_flashbacks(const syntax& tree) {
    const document& doc = tree.doc();
    std::vector<scene> found(doc.sentences.size(), scene::unsaid);
    std::size_t expression = 0;
    scene open = scene::unsaid;
    for (std::size_t s = 0; s < doc.sentences.size(); ++s) {
        const sentence& one = doc.sentences[s];
        if (s == 0 || doc.sentences[s - 1].paragraph != one.paragraph) open = scene::unsaid;
        const std::uint32_t root = root_of(tree, one);
        scene told = root == none ? scene::unsaid : opened_by(tense_of(tree, root));
        for (; expression < doc.timexes.size() && doc.timexes[expression].tokens.first < one.tokens.last;
             ++expression) {
            const timex& time = doc.timexes[expression];
            if (root == none || time.tokens.first < one.tokens.first || !frames_sentence(tree, time, one, root))
                continue;
            if (const scene dated = opened_by(doc, time); dated != scene::unsaid) told = dated;
        }
        found[s] = told == scene::current ? told : open;
        if (told != scene::unsaid) open = told;
    }
    return found;
}

}  // namespace throughline::extraction
