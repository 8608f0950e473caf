#include "extraction/inflection.hpp"

#include <doctest/doctest.h>

using namespace throughline::extraction;

TEST_CASE("participles are spelled as English does") {
    CHECK(past_participle("arrest") == "arrested");
    CHECK(past_participle("deny") == "denied");
    CHECK(past_participle("seize") == "seized");
    CHECK(past_participle("ban") == "banned");
    CHECK(past_participle("expel") == "expelled");
    CHECK(past_participle("take") == "taken");
    CHECK(past_participle("visit") == "visited");
    CHECK(present_participle("hack") == "hacking");
    CHECK(present_participle("seize") == "seizing");
    CHECK(present_participle("ban") == "banning");
    CHECK(present_participle("die") == "dying");
    CHECK(present_participle("agree") == "agreeing");
    CHECK(present_participle("take") == "taking");
}
