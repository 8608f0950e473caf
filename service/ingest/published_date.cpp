#include "ingest/published_date.hpp"

#include "ingest/data_table.hpp"
#include "ingest/date_reader.hpp"

#include <cstdio>

namespace throughline::ingest {
namespace {

using namespace std::chrono;

// Longer than any date with its labels; keeps hostile input cheap.
constexpr std::size_t longest_date = 120;

date_reading read_with_zone_fault(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > longest_date) return {std::nullopt, date_fault::not_a_date};
    return read_date_parts(text);
}

}  // namespace

date_reading read_date(std::string_view text) {
    auto reading = read_with_zone_fault(text);
    if (reading.fault != date_fault::none) reading.value.reset();
    return reading;
}

std::optional<published_time> read_page_date(std::string_view text) { return read_with_zone_fault(text).value; }

std::string to_string(const published_time& value) {
    if (!value.exact) return throughline::to_string(value.local);
    const auto utc_day = floor<days>(*value.exact);
    const hh_mm_ss clock(*value.exact - utc_day);
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    std::string out = throughline::to_string(utc_day) + buffer;
    if (const auto fraction = clock.subseconds().count(); fraction != 0) {
        std::snprintf(buffer, sizeof buffer, ".%06d", static_cast<int>(fraction));
        out += buffer;
    }
    return out + "Z";
}

}  // namespace throughline::ingest
