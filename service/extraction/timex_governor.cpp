#include "extraction/timex_governor.hpp"

#include "temporal/edtf.hpp"

#include <algorithm>

namespace throughline::extraction {
namespace {

constexpr int longest_climb = 12;
/// Words between a verb and the expression that follows it in the same stretch.
constexpr std::uint32_t reach = 9;
/// Words that a stretch between two marks holds at most.
constexpr std::uint32_t longest_stretch = 60;

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

/// A verb in the same stretch between marks as the expression; none. Left of it first: "left on Friday, the agency
/// says".
std::uint32_t verb_beside(const syntax& tree, std::uint32_t head, const timex& expression) {
    const auto parts = [&](std::uint32_t t) {
        return tree.at(t).pos == upos::punct || tree.at(t).pos == upos::sconj ||
               tree.at(t).sentence != tree.at(head).sentence;
    };
    for (std::uint32_t t = expression.tokens.first; t-- > 0 && expression.tokens.first - t <= reach && !parts(t);)
        if (tree.is_verb(t)) return t;
    for (std::uint32_t t = expression.tokens.last;
         t < tree.doc().tokens.size() && t - expression.tokens.last < 3 && !parts(t); ++t)
        if (tree.is_verb(t)) return t;
    return none;
}

/// "finished on Friday and left": a conjunction parts the expression from the verb behind it.
bool coordinated_after(const syntax& tree, const timex& expression, std::uint32_t verb) {
    for (std::uint32_t t = expression.tokens.last; t < verb && t < expression.tokens.last + 3; ++t)
        if (tree.at(t).pos == upos::cconj) return true;
    return false;
}

/// Whether a comma or another mark parts two tokens.
bool parted(const syntax& tree, std::uint32_t left, std::uint32_t right) {
    if (std::max(left, right) - std::min(left, right) > longest_stretch) return true;
    for (std::uint32_t t = std::min(left, right) + 1; t < std::max(left, right); ++t)
        if (tree.at(t).pos == upos::punct && tree.at(t).penn != xpos::hyph) return true;
    return false;
}

struct when_clause {
    std::uint32_t when = none;
    std::uint32_t verb = none;
};

/// "before May 5, when she left": the clause tells of the day itself, whatever stands before the date.
when_clause clause_of_day(const syntax& tree, const timex& expression) {
    std::uint32_t t = expression.tokens.last;
    const auto count = static_cast<std::uint32_t>(tree.doc().tokens.size());
    if (t < count && tree.at(t).penn == xpos::comma) ++t;
    if (t >= count || tree.lemma(t) != "when") return {};
    const std::uint32_t when = t;
    for (++t; t < count && t <= when + reach && tree.at(t).sentence == tree.at(when).sentence; ++t) {
        if (tree.at(t).pos == upos::punct) return {};
        if (tree.is_verb(t)) return {when, t};
    }
    return {};
}

}  // namespace

bearing bearing_of(const syntax& tree, std::uint32_t head) {
    bearing found = tree.lemma(head) == "when" ? bearing::itself : bearing::within;
    for (const std::uint32_t c : tree.children(head)) {
        if (tree.at(c).relation != deprel::case_ && tree.at(c).relation != deprel::mark &&
            tree.at(c).relation != deprel::advmod)
            continue;
        const std::string_view word = tree.lemma(c);
        if (word == "since") found = bearing::since;
        if (word == "until" || word == "till" || word == "by" || word == "through") found = bearing::until;
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
        case bearing::itself:
            if (const auto on = parse_day(expression.value)) time.first = time.last = on;
            break;
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
        // The parser errs most over long distances: a verb in the same stretch beats a noun across a mark.
        const bool joined = governor != none && governor > head && coordinated_after(tree, expression, governor);
        const bool doubtful =
            governor == none || joined || (!tree.is_verb(governor) && parted(tree, governor, head)) ||
            (tree.is_verb(governor) && governor > head && parted(tree, governor, head) &&
             tree.at(expression.tokens.first).where.begin != doc.sentences[tree.at(head).sentence].where.begin);
        if (const std::uint32_t verb = doubtful ? verb_beside(tree, head, expression) : none; verb != none)
            governor = verb;
        if (governor == none) governor = head;
        all.push_back({i, governor, head});
        if (const when_clause clause = clause_of_day(tree, expression); clause.verb != none)
            all.push_back({i, clause.verb, clause.when});
    }
    return all;
}

}  // namespace throughline::extraction
