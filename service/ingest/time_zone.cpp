#include "ingest/time_zone.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <charconv>
#include <unordered_map>

namespace throughline::ingest {
namespace {

using namespace std::chrono;

struct zone {
    minutes winter{};
    minutes summer{};
    std::string_view rule;
};

minutes read_minutes(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return minutes(value);
}

const std::unordered_map<std::string_view, zone>& zones() {
    static const auto table = [] {
        std::unordered_map<std::string_view, zone> read;
        for (const auto& row : data_table("service/ingest/data/zones.tsv"))
            read.emplace(row[0], zone{read_minutes(row[1]), read_minutes(row[2]), row[3]});
        return read;
    }();
    return table;
}

bool is_summer(std::string_view rule, day local) {
    const auto in = year_month_day(local).year();
    if (rule == "us") return day(in / March / Sunday[2]) <= local && local < day(in / November / Sunday[1]);
    if (rule == "eu") return day(in / March / Sunday[last]) <= local && local < day(in / October / Sunday[last]);
    return false;
}

}  // namespace

std::optional<minutes> zone_offset(std::string_view name, day local) {
    const auto found = zones().find(text::lower(name));
    if (found == zones().end()) return std::nullopt;
    return is_summer(found->second.rule, local) ? found->second.summer : found->second.winter;
}

}  // namespace throughline::ingest
