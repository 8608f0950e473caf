#include "timeline/salience.hpp"

#include "linking/table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace throughline::timeline {
namespace {

using weight_table = std::map<std::string, double, std::less<>>;

weight_table read_weights() {
    weight_table weights;
    linking::for_each_row("service/timeline/data/salience.tsv", 3, [&](const linking::table_fields& fields) {
        weights.emplace(fields[0], std::stod(std::string(fields[1])));
    });
    return weights;
}

double weight(std::string_view name) {
    static const weight_table weights = read_weights();
    return weights.find(name)->second;
}

constexpr std::uint32_t lead_sentences = 2;
constexpr std::size_t counted_participants = 4;

}  // namespace

double salience_of(const timeline_event& event, const mention_group& group) {
    const auto any = [&](auto holds) {
        return std::any_of(group.refs.begin(), group.refs.end(),
                           [&](const auto& ref) { return holds(group.mention(ref)); });
    };
    const bool founded = event.time.basis == time_basis::expression || event.time.basis == time_basis::linked;
    double sum = weight("origin") * std::log1p(event.origin_count);
    sum += weight("publisher") * std::log1p(event.source_count);
    sum += weight("mention") * std::log1p(static_cast<double>(group.refs.size()));
    sum += weight("participant") * static_cast<double>(std::min(event.participants.size(), counted_participants));
    if (any([](const record_mention& mention) { return !mention.background; })) sum += weight("news");
    if (any([](const record_mention& mention) { return mention.sentence < lead_sentences; })) sum += weight("lead");
    if (founded) sum += weight("founded");
    if (event.type == "statement") sum += weight("stated");
    if (event.type != "statement" && event.type != "other") sum += weight("typed");
    return 1.0 - std::exp(-sum);
}

}  // namespace throughline::timeline
