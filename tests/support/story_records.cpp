#include "support/story_records.hpp"

#include <algorithm>
#include <array>
#include <random>

namespace throughline::test {
namespace {

record_participant named(std::string name, entity_kind kind, participant_role role) {
    std::string key = name;
    std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return std::tolower(c); });
    return {std::move(name), {}, std::move(key), kind, role};
}

}  // namespace

record_participant person(std::string name, participant_role role) {
    return named(std::move(name), entity_kind::person, role);
}

record_participant place(std::string name) {
    return named(std::move(name), entity_kind::place, participant_role::place);
}

article_record article(std::string key, const char* published) {
    article_record record;
    record.key = std::move(key);
    record.publisher = "Outlet of " + record.key;
    record.headline = "Headline of " + record.key;
    record.origin = record.key;
    record.published = *parse_day(published);
    return record;
}

record_mention& add_mention(article_record& article, std::string type, std::string lemma, std::string on,
                            std::vector<record_participant> participants, std::vector<std::string> words) {
    record_mention mention;
    mention.sentence = static_cast<std::uint32_t>(article.mentions.size());
    const auto begin = mention.sentence * 100;
    mention.evidence = {begin, begin + 90};
    mention.trigger = {begin + 10, begin + 10 + static_cast<std::uint32_t>(lemma.size())};
    mention.title = (participants.empty() ? "Somebody" : participants.front().name) + " in a " + type;
    mention.type = std::move(type);
    mention.lemma = std::move(lemma);
    mention.participants = std::move(participants);
    std::sort(words.begin(), words.end());
    mention.words = std::move(words);
    if (const auto day = parse_day(on)) mention.time = {day, day, on, granularity::day, time_basis::expression};
    article.mentions.push_back(std::move(mention));
    return article.mentions.back();
}

std::vector<article_record> random_story(std::size_t articles, unsigned seed) {
    constexpr std::array types{"statement", "call", "meeting", "killing", "criticism", "arrest", "other"};
    constexpr std::array names{"Ana Lopez", "Ben Ito", "Cai Okoye", "Dora Lind", "Eli Haas", "Fay Moreau", "Gus Petri"};
    std::mt19937 random(seed);
    const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    std::vector<article_record> story;
    for (std::size_t i = 0; i < articles; ++i) {
        auto& record = story.emplace_back(article("article-" + std::to_string(i), "2018-03-20"));
        record.published += std::chrono::days(static_cast<int>(i % 30));
        record.publisher = "Outlet " + std::to_string(i % 9);
        record.terms = {{"e:" + std::string(names[i % names.size()]), 0.8F}, {"w:harbour", 0.6F}};
        for (int m = 0; m < 30; ++m) {
            const auto kind = pick(types.size());
            std::vector<record_participant> people{person(names[pick(names.size())])};
            if (pick(2) == 0) people.push_back(person(names[pick(names.size())], participant_role::recipient));
            std::vector<std::string> words;
            for (int w = 0; w < 6; ++w) words.push_back("word" + std::to_string(pick(400)));
            const auto on =
                pick(3) == 0 ? std::string() : to_string(*parse_day("2018-03-01") + std::chrono::days(pick(25)));
            auto& mention = add_mention(record, types[kind], types[kind], on, people, words);
            mention.background = pick(4) == 0;
            if (m > 0 && pick(5) == 0)
                mention.links.push_back({relation::responds_to,
                                         static_cast<std::uint32_t>(pick(static_cast<std::size_t>(m))),
                                         mention.evidence});
        }
    }
    return story;
}

}  // namespace throughline::test
