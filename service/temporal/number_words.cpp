#include "temporal/number_words.hpp"

#include <algorithm>

namespace throughline::temporal {
namespace {

constexpr std::int64_t largest_amount = 20'000'000;
constexpr std::size_t longest_number = 16;  // items: keeps endless numbers linear

/// Walks the words of one number; `value` holds what has been read so far.
class number_reader {
public:
    number_reader(const lexed_text& text, std::size_t item, const rule_book& rules)
        : text_(text), rules_(rules), begin_(item), at_(item), sentence_(text.items[item].sentence) {}

    number_reading read() {
        if (!read_start()) return {};
        while (!ordinal_ && at_ - begin_ < longest_number && read_next()) continue;
        if (total_ + group_ > largest_amount) return {};
        return {at_ - begin_, static_cast<std::int32_t>((total_ + group_) * 100), ordinal_, year_};
    }

private:
    const term* at(std::size_t item, symbol what) const {
        if (item >= text_.items.size() || text_.items[item].sentence != sentence_) return nullptr;
        return text_.find(item, what);
    }

    bool read_start() {
        const auto* card = at(at_, rules_.symbols.card);
        if (!card) return false;
        group_ = card->value;
        last_ = card->value;
        ++at_;
        return true;
    }

    /// Takes the next word, over a hyphen or an "and", when it goes on with the number.
    bool read_next() {
        std::size_t next = at_;
        const bool hyphened = at(next, rules_.symbols.hyphen) != nullptr;
        if (hyphened || (last_ >= 100 && at(next, rules_.symbols.and_))) ++next;
        if (const auto* card = at(next, rules_.symbols.card); card && goes_on(card->value, hyphened)) {
            join(card->value);
            at_ = next + 1;
            return true;
        }
        const auto* ord = at(next, rules_.symbols.ord);
        if (!ord || ord->value >= last_ || !goes_on(ord->value, hyphened)) return false;
        join(ord->value);
        ordinal_ = true;
        at_ = next + 1;
        return true;
    }

    bool goes_on(std::int32_t value, bool hyphened) const {
        if (year_) return group_ % 10 == 0 && group_ % 100 != 0 && value < 10;
        if (value >= 100) return !hyphened && group_ > 0 && group_ < 1000;
        if (last_ >= 100) return value > 0;
        if (last_ >= 20 && last_ % 10 == 0) return value > 0 && value < 10;
        return pairs_to_year(value);
    }

    /// "nineteen ninety": a century and a year of it.
    bool pairs_to_year(std::int32_t value) const {
        return at_ == begin_ + 1 && group_ >= 13 && group_ <= 20 && value >= 10 && value < 100;
    }

    void join(std::int32_t value) {
        if (value < 100 && last_ < 100 && pairs_to_year(value)) {
            group_ = group_ * 100 + value;
            year_ = true;
        } else if (value == 100) {
            group_ *= 100;
        } else if (value > 100) {
            total_ += group_ * value;
            group_ = 0;
        } else {
            group_ += value;
        }
        last_ = value;
    }

    const lexed_text& text_;
    const rule_book& rules_;
    std::size_t begin_;
    std::size_t at_;
    std::uint32_t sentence_;
    std::int64_t total_ = 0;  // what thousands and millions have closed
    std::int64_t group_ = 0;  // the hundreds being read
    std::int32_t last_ = 0;   // the last word's own value
    bool ordinal_ = false;
    bool year_ = false;
};

}  // namespace

number_reading read_number_words(const lexed_text& text, std::size_t item, const rule_book& rules) {
    return number_reader(text, item, rules).read();
}

}  // namespace throughline::temporal
