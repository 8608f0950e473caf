#include "ingest/near_duplicate.hpp"
#include "ingest/origin.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace tl = throughline::ingest;

TEST_SUITE_BEGIN("ingest");

namespace {

// Text of random words; the same seed gives the same words.
std::string words(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "w" + std::to_string(random() % 5000) + (i % 12 == 11 ? ".\n\n" : " ");
    return text;
}

bool share_band(const tl::near_signature& a, const tl::near_signature& b) {
    const auto x = a.bands(), y = b.bands();
    return std::any_of(x.begin(), x.end(), [&](auto key) { return std::find(y.begin(), y.end(), key) != y.end(); });
}

}  // namespace

TEST_CASE("a text is its own copy whatever its layout, case and quotation marks") {
    const auto one = tl::sign("\u201cWe will meet again soon,\u201d the minister said after the talks on Tuesday.");
    const auto other = tl::sign("\"WE will meet  again soon,\"\n\nthe minister said - after the talks on Tuesday");

    CHECK(one == other);
    CHECK(tl::similarity(one, other) == 1.0);
}

TEST_CASE("similarity estimates the share of common shingles") {
    const auto common = words(1, 400);
    const auto a = tl::sign(common + words(2, 200));
    const auto b = tl::sign(common + words(3, 200));

    CHECK(tl::similarity(a, b) == doctest::Approx(0.5).epsilon(0.25));
    CHECK(share_band(a, b));
    CHECK(tl::similarity(tl::sign(words(4, 400)), tl::sign(words(5, 400))) < 0.05);
}

TEST_CASE("copies with some changed words share a key nearly always") {
    std::mt19937 random(7);
    int found = 0;
    constexpr int trials = 60;
    for (int trial = 0; trial < trials; ++trial) {
        const auto original = words(static_cast<unsigned>(trial) + 100, 300);
        auto copy = original;
        for (int edit = 0; edit < 12; ++edit) copy[random() % copy.size()] = 'x';
        found += share_band(tl::sign(original), tl::sign(copy));
    }

    CHECK(found >= trials - 1);
}

TEST_CASE("a signature comes back from its bytes") {
    const auto signature = tl::sign(words(9, 50));

    REQUIRE(signature.bytes().size() == 288);
    CHECK(tl::near_signature::from_bytes(signature.bytes()) == signature);
    CHECK_FALSE(tl::near_signature::from_bytes("short"));
}

TEST_CASE("short and empty texts are signed too") {
    CHECK(tl::sign("two words") == tl::sign("Two words."));
    CHECK(tl::sign("two words") != tl::sign("other words"));
    CHECK(tl::sign("") == tl::sign("..."));
}

TEST_CASE("a copied text shares its twin's origin and a rewritten one does not") {
    const auto report = words(11, 400);
    const auto copy = tl::sign(report + words(12, 40));
    const auto rewritten = tl::sign(words(13, 400) + words(11, 20));

    CHECK(tl::share_origin({tl::sign(report), ""}, {copy, ""}));
    CHECK_FALSE(tl::share_origin({tl::sign(report), ""}, {rewritten, ""}));
}

TEST_CASE("two texts that credit one agency need less in common") {
    const auto shared = words(21, 300);
    const auto a = tl::sign(shared + words(22, 180));
    const auto b = tl::sign(shared + words(23, 180));
    const auto alike = tl::similarity(a, b);
    REQUIRE(alike > tl::wire_similarity);
    REQUIRE(alike < tl::copy_similarity);

    CHECK(tl::share_origin({a, "reuters"}, {b, "reuters"}));
    CHECK_FALSE(tl::share_origin({a, "reuters"}, {b, "ap"}));
    CHECK_FALSE(tl::share_origin({a, ""}, {b, ""}));
}

TEST_CASE("an origin has the same name in whatever order its articles came") {
    std::vector<std::string> keys = {"https://c.example/1", "https://a.example/9", "content:00ff"};
    std::sort(keys.begin(), keys.end());
    const std::string name(tl::group_origin(keys));
    do {
        CHECK(tl::group_origin(keys) == name);
    } while (std::next_permutation(keys.begin(), keys.end()));
}

TEST_SUITE_END();
