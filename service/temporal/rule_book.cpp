#include "temporal/rule_book.hpp"

#include "resources/resources.hpp"
#include "temporal/pattern_parser.hpp"

#include <functional>
#include <stdexcept>
#include <string>

namespace throughline::temporal {
namespace {

constexpr char words_file[] = "service/temporal/data/words.tsv";
constexpr char holidays_file[] = "service/temporal/data/holidays.tsv";
constexpr char patterns_file[] = "service/temporal/data/patterns.tsv";

/// Takes the text up to the separator, or all of it, off the front.
std::string_view take_until(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    const auto part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return part;
}

struct row {
    std::string_view first, second, third;
};

/// Calls for each row that is neither empty nor a comment; what is thrown there gets the file's name and line.
void for_each_row(const char* file, const std::function<void(const row&)>& use) {
    auto text = resources::get(file);
    for (int line = 1; !text.empty(); ++line) {
        auto rest = take_until(text, '\n');
        if (rest.empty() || rest[0] == '#') continue;
        row columns;
        columns.first = take_until(rest, '\t');
        columns.second = take_until(rest, '\t');
        columns.third = rest;
        try {
            use(columns);
        } catch (const std::exception& failure) {
            throw std::runtime_error(std::string(file) + ":" + std::to_string(line) + ": " + failure.what());
        }
    }
}

std::int32_t value_of(std::string_view text) {
    const auto value = parse_value(text);
    if (!value) throw std::invalid_argument("no value: " + std::string(text));
    return *value;
}

class rule_reader {
public:
    rule_book read() {
        name_symbols();
        for_each_row(words_file, [&](const row& columns) { word(columns); });
        for_each_row(holidays_file, [&](const row& columns) { holiday(columns); });
        for_each_row(patterns_file, [&](const row& columns) { pattern(columns); });
        book_.phrases.compile();
        book_.patterns.compile();
        book_.slots.resize(book_.words.symbols());
        for (std::size_t i = 0; i < book_.slots.size(); ++i)
            book_.slots[i] = parse_slot(book_.words.name(static_cast<symbol>(i)));
        return std::move(book_);
    }

private:
    void name_symbols() {
        auto& words = book_.words;
        book_.symbols = {
            .num = words.intern("NUM"),
            .mday = words.intern("MDAY"),
            .year = words.intern("YEAR"),
            .short_year = words.intern("SHORT_YEAR"),
            .ord = words.intern("ORD"),
            .decade = words.intern("DECADE"),
            .cent = words.intern("CENT"),
            .clock = words.intern("CLOCK"),
            .hour = words.intern("HOUR"),
            .card = words.intern("CARD"),
            .hyphen = words.intern("-"),
            .slash = words.intern("/"),
            .and_ = words.intern("and"),
            .to = words.intern("to"),
            .of = words.intern("of"),
            .as = words.intern("as"),
            .will = words.intern("WILL"),
            .was = words.intern("WAS"),
            .has = words.intern("HAS"),
            .plan = words.intern("PLAN"),
            .soon = words.intern("SOON"),
            .bound = words.intern("BOUND"),
            .guarded = words.intern("GUARDED"),
            .never_alone = words.intern("NEVER_ALONE"),
            .leads = words.intern("LEADS"),
            .season_leads = words.intern("SEASON_LEADS"),
            .counts = words.intern("COUNTS"),
            .money = words.intern("MONEY"),
        };
        for (const auto what :
             {book_.symbols.and_, book_.symbols.to, book_.symbols.of, book_.symbols.as, book_.symbols.slash})
            words.add(words.name(what), {what, 0});
    }

    void word(const row& columns) {
        const auto what = book_.words.intern(columns.first);
        const bool in_hundredths = columns.first == "QUANT";
        auto value = value_of(columns.second);
        if (in_hundredths && value != unknown_amount) value *= 100;
        forms(columns.third, {what, value});
    }

    void holiday(const row& columns) {
        const auto rule = parse_holiday_rule(columns.first);
        if (!rule) throw std::invalid_argument("no holiday rule: " + std::string(columns.first));
        const auto index = static_cast<std::int32_t>(book_.holidays.size());
        book_.holidays.push_back(*rule);
        forms(columns.second, {book_.words.intern("HOLIDAY"), index});
    }

    void forms(std::string_view list, term meaning) {
        while (!list.empty()) {
            const auto form = take_until(list, '|');
            if (form.find(' ') == std::string_view::npos)
                book_.words.add(form, meaning);
            else
                phrase(form, meaning);
        }
    }

    void phrase(std::string_view form, term meaning) {
        sequence words;
        while (!form.empty()) {
            const auto word = take_until(form, ' ');
            words.symbols.push_back(book_.words.intern(word));
            book_.words.add(word, {words.symbols.back(), 0});
        }
        book_.phrases.add(static_cast<std::uint32_t>(book_.phrase_terms.size()), words);
        book_.phrase_terms.emplace_back(meaning.what, meaning.value);
    }

    void pattern(const row& columns) {
        if (columns.first == "define") {
            definitions_[columns.second] = parse_pattern(columns.third, definitions_, book_.words);
            return;
        }
        const auto what = parse_action(columns.first);
        if (!what) throw std::invalid_argument("unknown action: " + std::string(columns.first));
        const auto index = static_cast<std::uint32_t>(book_.rules.size());
        book_.rules.push_back({*what, constants(columns.third)});
        for (auto& pattern : parse_pattern(columns.second, definitions_, book_.words)) {
            if (pattern.begin > pattern.symbols.size()) pattern.begin = 0;
            if (pattern.end > pattern.symbols.size()) pattern.end = static_cast<std::uint8_t>(pattern.symbols.size());
            book_.patterns.add(index, pattern);
        }
    }

    static std::vector<std::pair<slot, std::int32_t>> constants(std::string_view text) {
        std::vector<std::pair<slot, std::int32_t>> all;
        while (!text.empty()) {
            auto value = take_until(text, ' ');
            const auto where = parse_slot(take_until(value, '='));
            if (!where) throw std::invalid_argument("unknown slot");
            all.emplace_back(*where, value_of(value));
        }
        return all;
    }

    rule_book book_;
    definitions definitions_;
};

}  // namespace

const rule_book& the_rules() {
    static const rule_book book = rule_reader().read();
    return book;
}

}  // namespace throughline::temporal
