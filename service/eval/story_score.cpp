#include "eval/story_score.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace throughline::eval {
namespace {

using timeline::timeline_event;

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool contains(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string letters(std::string_view text) {
    std::string kept;
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (lower == ' ' || (lower >= 'a' && lower <= 'z')) kept.push_back(lower);
    }
    return kept;
}

class scorer {
public:
    scorer(const story_gold& gold, std::span<const article_record> articles, const timeline::story_timeline& told)
        : gold_(gold), articles_(articles), told_(told) {}

    story_score run() {
        score_.entries = told_.events.size();
        for (const auto& event : gold_.events) find(event);
        std::vector<const gold_event*> core;
        std::vector<const gold_event*> found;
        for (const auto& event : gold_.events) {
            if (!event.core) continue;
            core.push_back(&event);
            if (score_.found.contains(event.id)) found.push_back(&event);
        }
        const auto share = [](std::size_t part, std::size_t whole) {
            return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
        };
        const auto count = [&](auto holds) {
            return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const gold_event* event) {
                return holds(told_.events[score_.found.at(event->id)], *event);
            }));
        };
        score_.recall = share(found.size(), core.size());
        score_.recall_all = share(score_.found.size(), gold_.events.size());
        score_.dated = share(count([&](auto& told, auto& event) { return dated(told, event); }), found.size());
        score_.who = share(count([&](auto& told, auto& event) { return named(told, event); }), found.size());
        score_.status =
            share(count([&](auto& told, auto& event) { return name(told.status) == event.status; }), found.size());
        score_.split = share(score_.further.size(), found.size());
        score_.sources = sources(found);
        score_.links = share(linked(), gold_.links.size());
        for (const auto& [left, right] : gold_.never_merged)
            if (score_.found.contains(left) && score_.found.contains(right) &&
                score_.found[left] == score_.found[right])
                score_.merged.emplace_back(left, right);
        return std::move(score_);
    }

private:
    bool named(const timeline_event& told, const gold_event& event) const {
        std::string all;
        for (const auto& participant : told.participants) {
            all += participant.name + " ";
            for (const auto& alias : participant.aliases) all += alias + " ";
        }
        all = letters(all);
        return std::all_of(event.participants.begin(), event.participants.end(), [&](const std::string& person) {
            const auto wanted = letters(person);
            return all.find(wanted.substr(wanted.rfind(' ') + 1)) != std::string::npos;
        });
    }

    static bool dated(const timeline_event& told, const gold_event& event) {
        const auto first = told.time.first ? to_string(*told.time.first) : "";
        const auto last = told.time.last ? to_string(*told.time.last) : "";
        const bool one_day = !first.empty() && first == last;
        if (!event.earliest && !event.latest) return true;
        if (!event.earliest) return !one_day && (last.empty() || last <= *event.latest || first.empty());
        if (!event.latest) return last.empty() || last >= *event.earliest;
        return !first.empty() && !last.empty() && first >= *event.earliest && last <= *event.latest;
    }

    std::optional<span> gold_span(const gold_event& event, const story_article& article) const {
        const auto words = event.evidence.find(article.name);
        if (words == event.evidence.end()) return std::nullopt;
        const auto at = article.text.find(words->second);
        if (at == std::string::npos) return std::nullopt;
        const auto begin = code_points(std::string_view(article.text).substr(0, at));
        return span{begin, begin + code_points(words->second)};
    }

    /// Articles in which the told event's evidence overlaps the gold event's.
    std::size_t hits(const timeline_event& told, const gold_event& event) const {
        std::set<std::uint32_t> articles;
        for (const auto& ref : told.mentions) {
            const auto wanted = gold_span(event, gold_.articles[ref.article]);
            const auto& evidence = articles_[ref.article].mentions[ref.mention].evidence;
            if (wanted && wanted->overlaps(evidence)) articles.insert(ref.article);
        }
        return articles.size();
    }

    void find(const gold_event& event) {
        using candidate = std::tuple<bool, bool, std::size_t>;
        std::optional<std::pair<candidate, std::uint32_t>> best;
        std::vector<std::uint32_t> with_names;
        for (std::uint32_t i = 0; i < told_.events.size(); ++i) {
            const auto& told = told_.events[i];
            if (!contains(event.types, told.type)) continue;
            const auto hit = hits(told, event);
            if (hit == 0) continue;
            const candidate rank{named(told, event), dated(told, event), hit};
            if (std::get<0>(rank)) with_names.push_back(i);
            if (!best || best->first < rank) best = {rank, i};
        }
        if (!best) return;
        score_.found[event.id] = best->second;
        const auto& told = told_.events[best->second];
        score_.faults[event.id] = std::string(dated(told, event) ? "" : "date ") + (named(told, event) ? "" : "who ") +
                                  (name(told.status) == event.status ? "" : "status ");
        for (const auto i : with_names)
            if (event.core && i != best->second) score_.further.emplace(event.id, i);
    }

    double sources(const std::vector<const gold_event*>& found) const {
        std::size_t right = 0;
        std::size_t wrong = 0;
        std::size_t missed = 0;
        for (const auto* event : found) {
            std::set<std::string> cited;
            for (const auto& ref : told_.events[score_.found.at(event->id)].mentions)
                cited.insert(gold_.articles[ref.article].name);
            for (const auto& article : cited) ++(event->evidence.contains(article) ? right : wrong);
            for (const auto& [article, words] : event->evidence) missed += !cited.contains(article);
        }
        return right == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(2 * right + wrong + missed);
    }

    std::size_t linked() const {
        return static_cast<std::size_t>(
            std::count_if(gold_.links.begin(), gold_.links.end(), [&](const gold_link& link) {
                std::set<std::uint32_t> targets;
                for (const auto& id : link.to)
                    if (score_.found.contains(id)) targets.insert(score_.found.at(id));
                return std::any_of(link.from.begin(), link.from.end(), [&](const std::string& id) {
                    if (!score_.found.contains(id)) return false;
                    const auto& links = told_.events[score_.found.at(id)].links;
                    return std::any_of(links.begin(), links.end(), [&](const timeline::event_link& each) {
                        return contains(link.relations, name(each.kind)) && targets.contains(each.target);
                    });
                });
            }));
    }

    const story_gold& gold_;
    std::span<const article_record> articles_;
    const timeline::story_timeline& told_;
    story_score score_;
};

}  // namespace

story_score score_story(const story_gold& gold, std::span<const article_record> articles,
                        const timeline::story_timeline& told) {
    return scorer(gold, articles, told).run();
}

}  // namespace throughline::eval
