#include "linking/story_participants.hpp"
#include "support/story_records.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace throughline;

TEST_CASE("officials of a country and its people take part as the country does") {
    std::vector<article_record> articles{test::article("a", "2018-03-20")};
    const auto named = [](std::string name, std::string key, entity_kind kind, std::vector<std::string> aliases) {
        return record_participant{std::move(name), std::move(aliases), std::move(key), kind, participant_role::actor};
    };
    const auto country = named("Turkey", "country:tr", entity_kind::place, {});
    const auto officials = named("Turkish officials", "turkish officials", entity_kind::group, {"Turkey", "Turkish"});
    const auto people = named("Turkish", "people:tr", entity_kind::group, {"Turkey"});
    const auto police = named("Turkish police", "turkish police", entity_kind::group, {"Turkey", "Turkish"});
    test::add_mention(articles[0], "statement", "say", "", {country, officials, people, police});

    linking::story_participants story;
    for (const auto& article : articles) story.add(article);
    story.settle();

    CHECK(story.party(officials) == story.party(country));
    CHECK(story.party(people) == story.party(country));
    CHECK(story.party(police) != story.party(country));
    CHECK(story.number(officials) != story.number(country));
}
