#include "language/word_info.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace throughline::language;

TEST_SUITE("word_info") {
    TEST_CASE("affixes are those of the lower-case form with digits as 0, and the whole of a short word") {
        std::string buffer;
        const auto info = describe("Mid-1990s", buffer);
        CHECK(buffer == "mid-0000s");
        CHECK(info.lower == hash_bytes("mid-0000s"));
        CHECK(info.prefix == std::array{hash_bytes("m"), hash_bytes("mi"), hash_bytes("mid")});
        CHECK(info.suffix == std::array{hash_bytes("s"), hash_bytes("0s"), hash_bytes("00s"), hash_bytes("000s")});

        const auto whole = hash_bytes("of");
        const auto shorter = describe("Of", buffer);
        CHECK(shorter.prefix == std::array{hash_bytes("o"), whole, whole});
        CHECK(shorter.suffix == std::array{hash_bytes("f"), whole, whole, whole});
        CHECK(describe("", buffer).prefix.front() == hash_bytes(""));
    }

    TEST_CASE("the hash of the lower-case form alone is the one that the description holds") {
        std::string buffer;
        for (const std::string_view form : {"", "a", "Riverside", "1,250", "ÉCOLE", "Çelik-3", "“"})
            CHECK(hash_of_lower(form, buffer) == describe(form, buffer).lower);
    }
}
