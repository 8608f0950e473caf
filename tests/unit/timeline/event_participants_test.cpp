#include "linking/story_participants.hpp"
#include "support/story_records.hpp"
#include "timeline/event_fields.hpp"

#include <doctest/doctest.h>

using namespace throughline;
using test::add_mention;
using test::person;

namespace {

/// Who takes part in an event that one article tells of Ana Lopez alone and another of her and Ben Ito.
std::vector<std::string> names_of(const char* type) {
    std::vector<article_record> articles{test::article("a", "2018-03-21"), test::article("b", "2018-03-22")};
    add_mention(articles[0], type, "strike", "", {person("Ana Lopez")});
    add_mention(articles[1], type, "strike", "", {person("Ana Lopez"), person("Ben Ito")});
    linking::story_participants persons;
    for (const auto& article : articles) persons.add(article);
    persons.settle();
    const std::vector<linking::mention_ref> refs{{0, 0}, {1, 0}};

    std::vector<std::string> names;
    for (const auto& participant : timeline::unite_participants({articles, refs}, persons))
        names.push_back(participant.name);
    return names;
}

}  // namespace

TEST_CASE("an infection is that of whom a mention names alone, not of those whom another names beside") {
    CHECK(names_of("infection") == std::vector<std::string>{"Ana Lopez"});
    CHECK(names_of("protest") == std::vector<std::string>{"Ana Lopez", "Ben Ito"});
}
