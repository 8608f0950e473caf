#include "extraction/timex_governor.hpp"

#include "temporal/edtf.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr int longest_climb = 12;

std::uint32_t head_of(const syntax& tree, const timex& expression) {
    const auto count = static_cast<std::uint32_t>(tree.doc().tokens.size());
    for (std::uint32_t t = expression.tokens.first; t < std::min(expression.tokens.last, count); ++t) {
        const std::uint32_t head = tree.at(t).head;
        if (head == none || !expression.tokens.contains(head)) return t;
    }
    return expression.tokens.first < count ? expression.tokens.first : none;
}

/// "the morning of Tuesday", "the end of May": the noun in between dates nothing itself.
bool is_passed(const syntax& tree, std::uint32_t index) {
    return !tree.is_verb(index) && (tree.timex_at(index) != none || tree.at(index).pos == upos::num ||
                                    tree.at(index).pos == upos::adp || tree.at(index).pos == upos::adv);
}

}  // namespace

bearing bearing_of(const syntax& tree, std::uint32_t head) {
    bearing found = bearing::within;
    for (const std::uint32_t c : tree.children(head)) {
        if (tree.at(c).relation != deprel::case_ && tree.at(c).relation != deprel::mark &&
            tree.at(c).relation != deprel::advmod)
            continue;
        const std::string_view word = tree.lemma(c);
        if (word == "since") found = bearing::since;
        if (word == "until" || word == "till" || word == "by") found = bearing::until;
        if (word == "before") found = bearing::before;
        if (word == "after") found = bearing::after;
    }
    return found;
}

event_time time_of(const timex& expression, bearing how) {
    using std::chrono::days;
    event_time time;
    time.first = expression.first;
    time.last = expression.last;
    switch (how) {
        case bearing::within: break;
        case bearing::since:
        case bearing::after: time.last.reset(); break;
        case bearing::until: time.first.reset(); break;
        case bearing::before:
            time.last = expression.first ? std::optional(*expression.first - days(1)) : std::nullopt;
            time.first.reset();
            break;
    }
    time.unit = time.dated() ? expression.unit : granularity::none;
    time.edtf = temporal::to_edtf(time.first, time.last, time.unit);
    time.basis = time.dated() ? time_basis::expression : time_basis::none;
    return time;
}

std::vector<governed_timex> govern(const syntax& tree) {
    const document& doc = tree.doc();
    std::vector<governed_timex> all;
    for (std::uint32_t i = 0; i < doc.timexes.size(); ++i) {
        const timex& expression = doc.timexes[i];
        const bool dates = expression.type == timex_type::date || expression.type == timex_type::time;
        if (!dates || (!expression.first && !expression.last)) continue;
        const std::uint32_t head = head_of(tree, expression);
        if (head == none) continue;
        std::uint32_t governor = tree.at(head).head;
        for (int step = 0; step < longest_climb && governor != none && is_passed(tree, governor); ++step)
            governor = tree.at(governor).head;
        if (governor == none) governor = head;
        all.push_back({i, governor, head});
    }
    return all;
}

}  // namespace throughline::extraction
