// `throughline-eval chronology`: the timeline of a gold story without a server, and how well it tells the gold one.
#include "eval/code_points.hpp"
#include "eval/commands.hpp"
#include "eval/story_score.hpp"
#include "pipeline/pipeline.hpp"

#include <iostream>
#include <string>

namespace throughline::eval {
namespace {

article_record read(const story_article& article) {
    document doc;
    doc.text = article.text;
    doc.headline = article.headline;
    doc.publisher = article.publisher;
    doc.published = parse_day(article.published).value_or(day{});
    pipeline::run(doc);
    return pipeline::make_record(doc, article.url, article.url);
}

std::string names(const timeline::timeline_event& event) {
    std::string all;
    for (const auto& participant : event.participants)
        all += (all.empty() ? "" : ", ") + participant.name + "/" + std::string(name(participant.role));
    return all;
}

std::string sources(const story_gold& gold, const timeline::timeline_event& event) {
    std::string all;
    for (const auto& ref : event.mentions) {
        const auto& article = gold.articles[ref.article].name;
        if (all.find(article) == std::string::npos) all += (all.empty() ? "" : " ") + article;
    }
    return all;
}

void print_event(const story_gold& gold, const timeline::story_timeline& told, const timeline::timeline_event& event) {
    std::cout << (event.time.edtf.empty() ? "undated" : event.time.edtf) << " (" << name(event.time.basis) << ") "
              << event.type << ' ' << name(event.status) << " | " << event.title << " | " << names(event) << " | "
              << sources(gold, event);
    for (const auto& link : event.links)
        std::cout << "\n    " << name(link.kind) << ": " << told.events[link.target].title;
    std::cout << '\n';
}

std::string parties(const record_mention& mention) {
    std::string all;
    for (const auto& participant : mention.participants)
        all += (all.empty() ? "" : ", ") + participant.name + "/" + std::string(name(participant.role));
    return all;
}

/// The words of each mention, the time, type and status it gives, and whom it names.
void print_evidence(const story_gold& gold, const std::vector<article_record>& records,
                    const timeline::timeline_event& event) {
    for (const auto& ref : event.mentions) {
        const auto& mention = records[ref.article].mentions[ref.mention];
        std::cout << "      " << gold.articles[ref.article].name << " [" << mention.time.edtf << ' '
                  << name(mention.time.basis) << ' ' << mention.type << ' ' << name(mention.status) << "] "
                  << parties(mention) << ": " << words_at(gold.articles[ref.article].text, mention.trigger) << ": "
                  << words_at(gold.articles[ref.article].text, mention.evidence) << '\n';
    }
}

void list_gold(const story_gold& gold, const std::vector<article_record>& records, const timeline::story_timeline& told,
               const story_score& score, bool evidence) {
    for (const auto& event : gold.events) {
        const auto found = score.found.find(event.id);
        std::cout << (event.core ? "* " : "  ") << event.id << " -> ";
        if (found == score.found.end()) {
            std::cout << "not found\n";
            continue;
        }
        if (const auto& faults = score.faults.at(event.id); !faults.empty())
            std::cout << "[" << faults << "in gold: " << event.earliest.value_or("..") << "/"
                      << event.latest.value_or("..") << " " << event.status << "] ";
        print_event(gold, told, told.events[found->second]);
        if (evidence) print_evidence(gold, records, told.events[found->second]);
        const auto [first, last] = score.further.equal_range(event.id);
        for (auto other = first; other != last; ++other) {
            std::cout << "  also ";
            print_event(gold, told, told.events[other->second]);
            if (evidence) print_evidence(gold, records, told.events[other->second]);
        }
    }
}

/// The first of the events that was found, "" when none was.
std::string first_found(const story_score& score, const std::vector<std::string>& ids) {
    for (const auto& id : ids)
        if (score.found.contains(id)) return id;
    return {};
}

/// Why each gold link is there or not.
void list_links(const story_gold& gold, const timeline::story_timeline& told, const story_score& score) {
    for (const auto& link : gold.links) {
        std::cout << link.from.front() << " " << link.relations.front() << " " << link.to.front() << ": ";
        const auto from = first_found(score, link.from);
        const auto to = first_found(score, link.to);
        if (from.empty() || to.empty()) {
            std::cout << "no event for " << (from.empty() ? link.from.front() : link.to.front()) << '\n';
            continue;
        }
        const auto target = score.found.at(to);
        if (score.found.at(from) == target) std::cout << "one event ";
        for (const auto& each : told.events[score.found.at(from)].links)
            std::cout << (each.target == target ? "linked " : "elsewhere ") << name(each.kind) << " \""
                      << told.events[each.target].title << "\"; ";
        std::cout << '\n';
    }
}

void print_score(const story_score& score) {
    std::cout << "recall " << score.recall << " recall_all " << score.recall_all << " dated " << score.dated << " who "
              << score.who << " status " << score.status << " sources " << score.sources << " merged "
              << score.merged.size() << " split " << score.split << " links " << score.links << " events "
              << score.entries << '\n';
    for (const auto& [left, right] : score.merged) std::cout << "merged: " << left << " and " << right << '\n';
}

}  // namespace

void run_chronology(const chronology_options& options) {
    const auto gold = read_story(options.folder);
    std::vector<article_record> records;
    for (const auto& article : gold.articles) records.push_back(read(article));
    const auto told = timeline::assemble(records);
    const auto score = score_story(gold, records, told);
    if (options.events)
        for (const auto& event : told.events) {
            print_event(gold, told, event);
            if (options.evidence) print_evidence(gold, records, event);
        }
    if (options.list) list_gold(gold, records, told, score, options.evidence);
    if (options.links) list_links(gold, told, score);
    std::size_t mentions = 0;
    for (const auto& record : records) mentions += record.mentions.size();
    std::cout << "story \"" << told.title << "\", " << mentions << " mentions\n";
    print_score(score);
}

}  // namespace throughline::eval
