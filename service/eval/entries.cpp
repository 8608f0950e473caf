// `throughline-eval entries`: entries drawn at random from the timelines of a corpus, for a reader to judge.
#include "eval/article_line.hpp"
#include "eval/code_points.hpp"
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "pipeline/pipeline.hpp"
#include "timeline/timeline.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace throughline::eval {
namespace {

namespace json = boost::json;

struct corpus {
    std::vector<article_record> records;  ///< by key
    std::map<std::string, std::string> texts;
};

corpus read_corpus(const entries_options& options) {
    corpus all;
    std::size_t number = 0;
    for_each_line(read_file(options.input), [&](const std::string& text) {
        if (number++ % options.every != 0) return;
        const auto line = json::parse(text).as_object();
        document doc = document_of(line);
        const auto key = key_of(line);
        pipeline::run(doc);
        all.records.push_back(pipeline::make_record(doc, key, key));
        all.texts[key] = std::move(doc.text);
    });
    std::sort(all.records.begin(), all.records.end(), [](const auto& l, const auto& r) { return l.key < r.key; });
    return all;
}

/// The articles of each story, by the story's first article.
std::vector<std::vector<article_record>> read_stories(std::vector<article_record> records) {
    std::vector<linking::article_profile> profiles;
    for (const auto& record : records) profiles.push_back({record.key, record.published, record.terms});
    const auto story_of = partition_all(profiles);
    std::map<std::uint32_t, std::vector<article_record>> stories;
    for (std::size_t i = 0; i < records.size(); ++i) stories[story_of[i]].push_back(std::move(records[i]));
    std::vector<std::vector<article_record>> all;
    for (auto& [first, articles] : stories) all.push_back(std::move(articles));
    return all;
}

json::array evidence(const corpus& all, const std::vector<article_record>& articles,
                     const timeline::timeline_event& event) {
    json::array list;
    for (const auto& ref : event.mentions) {
        const auto& article = articles[ref.article];
        const auto& mention = article.mentions[ref.mention];
        list.push_back(json::object{{"article", article.key},
                                    {"headline", article.headline},
                                    {"published", to_string(article.published)},
                                    {"trigger", words_at(all.texts.at(article.key), mention.trigger)},
                                    {"quote", words_at(all.texts.at(article.key), mention.evidence)},
                                    {"attributed_to", mention.attributed_to},
                                    {"sentence", mention.sentence},
                                    {"in_passing", mention.background}});
    }
    return list;
}

json::object entry(const corpus& all, const std::vector<article_record>& articles, const timeline::story_timeline& told,
                   const timeline::timeline_event& event) {
    json::array people;
    for (const auto& who : event.participants)
        people.push_back(json::string(who.name + "/" + std::string(name(who.role))));
    json::array links;
    for (const auto& link : event.links)
        links.push_back(json::object{
            {"relation", name(link.kind)},
            {"title", told.events[link.target].title},
            {"words", words_at(all.texts.at(articles[link.source.article].key), link.words)},
        });
    return {{"title", event.title},          {"type", event.type},
            {"time", event.time.edtf},       {"basis", name(event.time.basis)},
            {"status", name(event.status)},  {"participants", std::move(people)},
            {"sources", event.source_count}, {"origins", event.origin_count},
            {"links", std::move(links)},     {"evidence", evidence(all, articles, event)}};
}

}  // namespace

void run_entries(const entries_options& options) {
    auto all = read_corpus(options);
    const auto stories = read_stories(std::move(all.records));
    std::vector<timeline::story_timeline> timelines;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (const auto& articles : stories) {
        timelines.push_back(timeline::assemble(articles));
        for (std::size_t i = 0; i < timelines.back().events.size(); ++i) places.emplace_back(timelines.size() - 1, i);
    }
    // Drawn without a library's distribution, which differs from one to the next.
    std::mt19937_64 random(options.seed);
    std::string lines;
    for (std::size_t drawn = 0; drawn < options.count && !places.empty(); ++drawn) {
        const auto at = random() % places.size();
        const auto [story, event] = std::exchange(places[at], places.back());
        places.pop_back();
        lines += json::serialize(entry(all, stories[story], timelines[story], timelines[story].events[event])) + '\n';
    }
    write_file(options.output, lines);
}

}  // namespace throughline::eval
