#include "timeline/implied_links.hpp"
#include "support/story_records.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::timeline;
using test::add_mention;
using test::person;

namespace {

/// Whether a demand that the text itself says to answer an event of the type is taken to answer a death in its sentence
/// besides.
bool answers_death(const char* tied_to) {
    auto article = test::article("a", "2018-03-21");
    add_mention(article, "demand", "demand", "", {person("Ana Lopez")}).links = {{relation::responds_to, 1, {}}};
    add_mention(article, tied_to, "do", "", {});
    add_mention(article, "death", "die", "", {person("Ben Ito")});
    for (auto& mention : article.mentions) mention.sentence = 0;
    const std::vector<std::uint32_t> events{0, 1, 2};

    const auto links = implied_links(article, events);
    return std::any_of(links.begin(), links.end(), [](const implied_link& each) {
        return each.source == 0 && each.link.kind == relation::responds_to && each.link.target == 2;
    });
}

}  // namespace

TEST_CASE("who asks for an inquiry answers what happened, unless the text says what else is answered") {
    CHECK(answers_death("investigation"));
    CHECK_FALSE(answers_death("killing"));
}
