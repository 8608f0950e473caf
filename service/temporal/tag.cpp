#include "temporal/bounds.hpp"
#include "temporal/edtf.hpp"
#include "temporal/expression.hpp"
#include "temporal/lexer.hpp"
#include "temporal/narrative.hpp"
#include "temporal/normalise.hpp"
#include "temporal/periods.hpp"
#include "temporal/temporal.hpp"
#include "temporal/tense_reader.hpp"

#include <utility>

namespace throughline::temporal {
namespace {

/// EDTF of the days; a single day keeps its clock time, an open or narrowed stretch is written as one.
std::string edtf_of(const open_period& days, const moment& when) {
    auto text = to_edtf(days.first, days.last, granularity_of(when));
    if (when.clock.seconds >= 0 && days.first == days.last && when.clock.seconds < 24 * 3600)
        text += timex_value(when).substr(timex_value(when).find('T'));
    return text;
}

/// Leaves room for what is counted on from there, so that no chain of "the previous century" leaves the calendar.
bool in_reach(const moment& when) {
    constexpr year_number margin = 300;
    const auto year = year_of(when.anchor);
    return year > min_year + margin && year < max_year - margin;
}

class tagger {
public:
    explicit tagger(document& doc) : doc_(doc), text_(lex(doc, rules_)), told_{.rules = rules_, .now = doc.published} {}

    void run() {
        const auto found = find_expressions(doc_, text_, rules_);
        told_.narrative = is_narrative(found, doc_.published);
        auto before = range_part::none;  // of the last expression that was added
        for (const auto& one : found) {
            told_.verb = tense_around(doc_, text_, rules_, one.first, one.last);
            auto meaning = normalise(one.what, one.slots, told_);
            if (!meaning || (meaning->when && !in_reach(*meaning->when))) {
                before = range_part::none;
                continue;
            }
            add(one, std::move(*meaning));
            if (one.range == range_part::last && before == range_part::first) close_range(doc_.timexes.back());
            before = one.range;
        }
    }

private:
    void add(const expression& found, reading meaning) {
        timex result;
        result.tokens = {text_.items[found.first].tokens.first, text_.items[found.last - 1].tokens.last};
        result.where = {text_.items[found.first].where.begin, text_.items[found.last - 1].where.end};
        result.type = meaning.type;
        result.value = std::move(meaning.value);
        result.mod = name(meaning.mod);
        if (meaning.when) {
            const auto days = meaning.days.value_or(part_of(*meaning.when, meaning.mod));
            const auto open = bounded(days, doc_, text_, rules_, found);
            result.first = open.first;
            result.last = open.last;
            result.unit = granularity_of(*meaning.when);
            result.edtf = edtf_of(open, *meaning.when);
            if (meaning.told) remember(found, *meaning.when);
        }
        doc_.timexes.push_back(std::move(result));
    }

    void remember(const expression& found, const moment& when) {
        told_.last = when;
        if (found.what == action::quarter || found.what == action::definite)
            if (when.unit == grain::quarter && !told_.report) told_.report = when;
    }

    /// Both ends of "1861-65" carry the days of the whole range.
    void close_range(timex& last) {
        auto& first = doc_.timexes[doc_.timexes.size() - 2];
        if (!first.first || !last.last || *last.last < *first.first) return;
        last.first = first.first;
        first.last = last.last;
        first.edtf = last.edtf = to_edtf(last.first, last.last, last.unit);
    }

    const rule_book& rules_ = the_rules();
    document& doc_;
    lexed_text text_;
    context told_;
};

}  // namespace

void tag(document& doc) {
    doc.timexes.clear();
    tagger(doc).run();
}

}  // namespace throughline::temporal
