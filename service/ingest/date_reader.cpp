#include "ingest/date_reader.hpp"

#include "ingest/data_table.hpp"
#include "ingest/time_zone.hpp"
#include "text/utf8.hpp"

#include <charconv>
#include <unordered_map>

namespace throughline::ingest {
namespace {

using namespace std::chrono;

using text::is_digit;

bool is_letter(char c) { return text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z'; }

struct date_word {
    std::string_view kind;
    int value = 0;
};

const std::unordered_map<std::string_view, date_word>& date_words() {
    static const auto table = [] {
        std::unordered_map<std::string_view, date_word> read;
        for (const auto& row : data_table("service/ingest/data/date_words.tsv")) {
            date_word word{row[1], 0};
            std::from_chars(row[2].data(), row[2].data() + row[2].size(), word.value);
            read.emplace(row[0], word);
        }
        return read;
    }();
    return table;
}

// Reads the parts of a date in any order that pages use; what does not fit any part ends the reading.
class date_reader {
public:
    explicit date_reader(std::string_view text) : rest_(text) {}

    date_reading read() {
        skip_blanks();
        if (!read_iso_day()) {
            if (fault_ != date_fault::none) return {std::nullopt, fault_};
        }
        while (fault_ == date_fault::none && !rest_.empty()) read_part();
        return finish();
    }

private:
    void skip_blanks() {
        while (!rest_.empty()) {
            const auto point = text::decode(rest_, 0);
            const bool passed = text::is_blank(text::kind_of(point.value)) || point.value == ',' ||
                                point.value == '|' || point.value == ';' || point.value == '(' || point.value == ')' ||
                                point.value == 0xb7 || point.value == 0x2022 || point.value == ':' ||
                                point.value == '.';
            if (!passed) return;
            rest_.remove_prefix(point.size);
        }
    }

    void fail(date_fault fault) { fault_ = fault; }

    // A run of at most `most` digits at the front, without taking it.
    std::string_view digits(std::size_t most = 9) const {
        std::size_t end = 0;
        while (end < rest_.size() && end < most && is_digit(rest_[end])) ++end;
        return rest_.substr(0, end);
    }

    static int number(std::string_view digits) {
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    // "2018-03-21", "2018/03/21" or "20180321", with a time behind "T" or a blank.
    bool read_iso_day() {
        const auto run = digits();
        if (run.size() == 8 && (rest_.size() == 8 || !is_digit(rest_[8]))) {
            set_day(number(run.substr(0, 4)), number(run.substr(4, 2)), number(run.substr(6, 2)));
            rest_.remove_prefix(8);
        } else if (run.size() == 4 && rest_.size() >= 8 && (rest_[4] == '-' || rest_[4] == '/')) {
            const char mark = rest_[4];
            const int in_year = number(run);
            auto tail = rest_.substr(5);
            const auto next = [&tail] {
                std::size_t end = 0;
                while (end < tail.size() && end < 2 && is_digit(tail[end])) ++end;
                const auto part = tail.substr(0, end);
                tail.remove_prefix(end);
                return part;
            };
            const auto month_digits = next();
            if (month_digits.empty() || tail.empty() || tail.front() != mark) return false;
            tail.remove_prefix(1);
            const auto day_digits = next();
            if (day_digits.empty() || (!tail.empty() && is_digit(tail.front()))) return false;
            set_day(in_year, number(month_digits), number(day_digits));
            rest_ = tail;
        } else {
            return false;
        }
        if (rest_.size() > 1 && (rest_[0] == 'T' || rest_[0] == 't') && is_digit(rest_[1])) rest_.remove_prefix(1);
        skip_blanks();
        return true;
    }

    void set_day(int in_year, int in_month, int of_month) {
        if (year_ || month_ || day_) return fail(date_fault::not_a_date);
        year_ = in_year;
        month_ = in_month;
        day_ = of_month;
    }

    void read_part() {
        const char first = rest_.front();
        if (is_digit(first))
            read_number();
        else if (is_letter(first))
            read_word();
        else if ((first == '+' || first == '-') && hour_ && !zone_)
            read_offset();
        else if (first == '-')
            rest_.remove_prefix(1);
        else if (text::decode(rest_, 0).value == 0x2013 || text::decode(rest_, 0).value == 0x2014)
            rest_.remove_prefix(3);
        else
            fail(date_fault::not_a_date);
        skip_blanks();
    }

    void read_number() {
        const auto run = digits();
        const char after = run.size() < rest_.size() ? rest_[run.size()] : '\0';
        const bool minutes_follow =
            run.size() + 2 < rest_.size() && is_digit(rest_[run.size() + 1]) && is_digit(rest_[run.size() + 2]);
        if (run.size() <= 2 && (after == ':' || (after == '.' && day_)) && minutes_follow) return read_clock(run);
        if (run.size() <= 2 && after == '/') return read_slashed();
        rest_.remove_prefix(run.size());
        if (run.size() == 4 && !year_)
            year_ = number(run);
        else if (run.size() <= 2 && half_day_follows() && !hour_)
            hour_ = number(run);
        else if (run.size() <= 2 && !day_)
            day_ = number(run);
        else if (run.size() == 4 && day_ && !hour_)  // "1405 GMT"
            hour_ = number(run) / 100, minute_ = number(run) % 100;
        else
            fail(date_fault::not_a_date);
    }

    bool half_day_follows() const {
        const auto behind = trim(rest_);
        if (behind.size() < 2) return false;
        const char half = text::ascii_lower(behind[0]);
        const std::size_t m = behind[1] == '.' ? 2 : 1;
        return (half == 'a' || half == 'p') && m < behind.size() && text::ascii_lower(behind[m]) == 'm' &&
               (m + 1 == behind.size() || !is_letter(behind[m + 1]));
    }

    void read_clock(std::string_view hour_digits) {
        if (hour_) return fail(date_fault::not_a_date);
        hour_ = number(hour_digits);
        rest_.remove_prefix(hour_digits.size() + 1);
        minute_ = number(digits(2));
        rest_.remove_prefix(2);
        if (rest_.size() > 2 && rest_[0] == ':' && is_digit(rest_[1]) && is_digit(rest_[2])) {
            rest_.remove_prefix(1);
            second_ = number(digits(2));
            rest_.remove_prefix(2);
        }
        if (rest_.size() > 1 && (rest_[0] == '.' || rest_[0] == ',') && is_digit(rest_[1]) && second_) {
            rest_.remove_prefix(1);
            const auto fraction = digits(18);
            std::string padded(fraction.substr(0, 6));
            padded.resize(6, '0');
            microsecond_ = number(padded);
            rest_.remove_prefix(fraction.size());
        }
        if (!rest_.empty() && is_digit(rest_.front())) fail(date_fault::not_a_date);
    }

    // "21/03/2018" and "03/21/2018" are told apart only where one number is above 12.
    void read_slashed() {
        const auto first = digits(2);
        auto tail = rest_.substr(first.size() + 1);
        rest_ = tail;
        const auto second = digits(2);
        if (second.empty() || rest_.size() <= second.size() || rest_[second.size()] != '/')
            return fail(date_fault::not_a_date);
        rest_.remove_prefix(second.size() + 1);
        const auto last = digits(4);
        rest_.remove_prefix(last.size());
        const int a = number(first), b = number(second);
        if (last.size() != 4 || (a <= 12 && b <= 12 && a != b)) return fail(date_fault::not_a_date);
        if (a > 12)
            set_day(number(last), b, a);
        else
            set_day(number(last), a, b);
    }

    void read_word() {
        std::size_t end = 0;
        while (end < rest_.size() && (is_letter(rest_[end]) || rest_[end] == '/' || rest_[end] == '_' ||
                                      (rest_[end] == '.' && end + 1 < rest_.size() && is_letter(rest_[end + 1]))))
            ++end;
        const auto word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        const auto found = date_words().find(text::lower(word));
        if (found == date_words().end()) return read_zone(word);
        const auto& [kind, value] = found->second;
        if (kind == "month") {
            if (month_) return fail(date_fault::not_a_date);
            month_ = value;
        } else if (kind == "half_day") {
            if (!hour_ || *hour_ < 1 || *hour_ > 12 || half_day_) return fail(date_fault::impossible);
            hour_ = *hour_ % 12 + value;
            half_day_ = true;
        }
    }

    void read_zone(std::string_view name) {
        if (!hour_ || zone_) return fail(date_fault::not_a_date);
        const bool shifted = !rest_.empty() && (rest_.front() == '+' || rest_.front() == '-');
        const auto lowered = text::lower(name);
        if (shifted && (lowered == "gmt" || lowered == "utc")) return read_offset();
        zone_ = name;
    }

    // "+02:00", "-0400", "+1".
    void read_offset() {
        const int sign = rest_.front() == '-' ? -1 : 1;
        rest_.remove_prefix(1);
        const auto run = digits(4);
        rest_.remove_prefix(run.size());
        int hours_east = number(run), minutes_east = 0;
        if (run.size() == 4) {
            minutes_east = hours_east % 100;
            hours_east /= 100;
        } else if (run.size() <= 2 && !run.empty() && !rest_.empty() && rest_.front() == ':') {
            rest_.remove_prefix(1);
            const auto tail = digits(2);
            if (tail.size() != 2) return fail(date_fault::not_a_date);
            minutes_east = number(tail);
            rest_.remove_prefix(2);
        } else if (run.empty() || run.size() == 3) {
            return fail(date_fault::not_a_date);
        }
        if (hours_east > 15 || minutes_east > 59) return fail(date_fault::impossible);
        zone_ = "";
        offset_ = minutes(sign * (hours_east * 60 + minutes_east));
    }

    date_reading finish() const {
        if (fault_ != date_fault::none) return {std::nullopt, fault_};
        if (!year_ || !month_ || !day_) return {std::nullopt, date_fault::not_a_date};
        const year_month_day date{year(*year_), month(static_cast<unsigned>(*month_)),
                                  std::chrono::day(static_cast<unsigned>(*day_))};
        const int second = second_.value_or(0);
        if (!date.ok() || hour_.value_or(0) > 23 || minute_ > 59 || second > 60)
            return {std::nullopt, date_fault::impossible};
        published_time value{throughline::day(date), std::nullopt};
        if (!hour_ || !zone_) return {value, date_fault::none};
        const auto offset = zone_->empty() ? offset_ : zone_offset(*zone_, value.local);
        if (!offset) return {value, date_fault::unknown_zone};
        value.exact =
            value.local + hours(*hour_) + minutes(minute_) + seconds(second) + microseconds(microsecond_) - *offset;
        return {value, date_fault::none};
    }

    std::string_view rest_;
    date_fault fault_ = date_fault::none;
    std::optional<int> year_, month_, day_, hour_, second_;
    int minute_ = 0;
    int microsecond_ = 0;
    bool half_day_ = false;
    std::optional<std::string_view> zone_;  // "" when the offset is given in figures
    std::optional<minutes> offset_;
};

}  // namespace

date_reading read_date_parts(std::string_view text) { return date_reader(text).read(); }

}  // namespace throughline::ingest
