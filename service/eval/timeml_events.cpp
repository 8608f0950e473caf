#include "eval/timeml_events.hpp"

#include "resources/rows.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>

namespace throughline::eval {
namespace {

constexpr std::string_view occurrence = "OCCURRENCE";
constexpr std::string_view no_event;

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> classes{{{"reporting", "REPORTING"},
                                                                                {"perception", "PERCEPTION"},
                                                                                {"aspectual", "ASPECTUAL"},
                                                                                {"i_action", "I_ACTION"},
                                                                                {"i_state", "I_STATE"},
                                                                                {"state", "STATE"},
                                                                                {"none", no_event}}};

std::string_view class_of(std::string_view lemma) {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> all;
        for (const auto& row : resources::rows("service/eval/data/event_classes.tsv")) {
            const auto* found = std::find_if(classes.begin(), classes.end(), [&](const auto& known) {
                return row.size() == 2 && known.first == row[1];
            });
            if (found == classes.end()) throw std::runtime_error("event_classes.tsv: a row with no known class");
            all.emplace(row[0], found->second);
        }
        return all;
    }();
    const auto found = table.find(lemma);
    return found == table.end() ? occurrence : found->second;
}

/// Participles before a noun tell of its quality, not of an event: "the broken window".
bool is_verb(const token& word) { return word.pos == upos::verb && universal(word.relation) != deprel::amod; }

}  // namespace

std::vector<timeml_event> timeml_events(const document& doc) {
    std::set<std::uint32_t> triggers;
    for (const event_mention& mention : doc.mentions) triggers.insert(mention.trigger_token);
    std::vector<timeml_event> events;
    auto time = doc.timexes.begin();
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
        const token& word = doc.tokens[i];
        while (time != doc.timexes.end() && time->where.end <= word.where.begin) ++time;
        if (time != doc.timexes.end() && time->where.overlaps(word.where)) continue;
        const bool noun = triggers.contains(i) && word.pos == upos::noun;
        if (!noun && !is_verb(word)) continue;
        const std::string_view event_class = noun ? occurrence : class_of(word.lemma);
        if (event_class != no_event) events.push_back({word.where, event_class});
    }
    return events;
}

}  // namespace throughline::eval
